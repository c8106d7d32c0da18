import type { Collection, Payload, Where } from 'payload'

import { conditionsOfWhere } from './filters.ts'
import { isLanguage, notePaths, pathsOfSort, pathsOfWhere } from './note-paths.ts'
import { noteRead } from './read-notes.ts'
import type { ReadArgs } from './watch-reads.ts'

/**
 * Notes the collections that an adapter joins to the documents of a read: all joins, but for those that are left out. Of
 * documents that are read by `ids`, those alone are noted that lead to one of them.
 */
export const noteJoins = (
  { collection, ids, joins, locale, select }: { ids: readonly string[] | undefined } & ReadArgs,
  payload: Payload,
): void => {
  if (joins === false || collection === undefined) return
  const collections: Partial<Record<string, Collection>> = payload.collections
  const config = collections[collection]?.config
  if (!config) return
  const ofCollection = [...Object.values(config.joins).flat(), ...config.polymorphicJoins]
  for (const { field, joinPath } of ofCollection) {
    const asked = joins?.[joinPath]
    if (asked === false || isLeftOut(joinPath, select)) continue
    const { sort, where } = (asked ?? {}) as { sort?: string; where?: Where }
    for (const target of [field.collection].flat()) {
      const { flattenedFields: fields } = payload.collections[target].config
      const conditions = conditionsOfWhere({
        fields,
        isLanguage: (name) => isLanguage(name, payload),
        locale,
        where: { and: [where ?? {}, ...(ids ? [{ [field.on]: { in: [...ids] } }] : [])] },
      })
      noteRead({ collection: target, conditions })
      const ownWhere = field.where ? pathsOfWhere(field.where) : []
      notePaths({
        fields,
        paths: [...pathsOfWhere(where), ...ownWhere, ...pathsOfSort(sort ?? field.defaultSort)],
        payload,
      })
    }
  }
}

const isLeftOut = (path: string, select: Record<string, unknown> | undefined): boolean => {
  if (!select) return false
  const [top = ''] = path.split('.')
  const wanted = Object.values(select)
  const isIncluding =
    wanted.length > 0 && wanted.every((each) => each !== false && each !== undefined)
  return isIncluding ? !(top in select) : select[top] === false
}
