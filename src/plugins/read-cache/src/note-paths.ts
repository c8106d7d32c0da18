import type { FlattenedField, Payload, Where } from 'payload'

import { noteRead, noteUnknown } from './read-notes.ts'

type Paths = { fields: FlattenedField[]; paths: readonly string[]; payload: Payload }

/** Notes the collections that paths of filters and orders lead into, as `programs.title` does. */
export const notePaths = ({ fields, paths, payload }: Paths): void => {
  for (const path of paths) {
    if (path.includes('.')) notePath({ fields, payload, segments: path.split('.') })
    else noteVirtual({ fields, name: path, payload })
  }
}

export const pathsOfWhere = (where: undefined | Where): string[] =>
  Object.entries(where ?? {}).flatMap(([key, value]) => {
    if (!['and', 'or'].includes(key.toLowerCase())) return [key]
    return Array.isArray(value) ? value.flatMap(pathsOfWhere) : []
  })

export const pathsOfSort = (sort: string | string[] | undefined): string[] =>
  [sort ?? []].flat().flatMap((each) => each.split(',').map((name) => name.replace(/^-/, '')))

export const isLanguage = (name: string, { config: { localization } }: Payload): boolean =>
  localization !== false && localization.localeCodes.includes(name)

type Path = { fields: FlattenedField[]; payload: Payload; segments: readonly string[] }

const notePath = ({ fields, payload, segments: [name = '', ...rest] }: Path): void => {
  const found = fields.filter((field) => field.name === name)
  for (const field of found) noteField({ field, payload, rest })
  // Languages, rows by their numbers, and names that only the database knows, lead nowhere else.
  if (found.length === 0 && rest.length > 0) {
    if (isLanguage(name, payload) || /^\d+$/.test(name))
      notePath({ fields, payload, segments: rest })
    else noteUnknown()
  }
}

const noteField = ({
  field,
  payload,
  rest,
}: {
  field: FlattenedField
  payload: Payload
  rest: readonly string[]
}): void => {
  if ('virtual' in field && typeof field.virtual === 'string') noteUnknown()
  const [first = ''] = rest
  const inside = isLanguage(first, payload) || /^\d+$/.test(first) ? rest.slice(1) : rest
  if (inside.length === 0) return
  const targets =
    field.type === 'relationship' || field.type === 'upload'
      ? [field.relationTo].flat()
      : field.type === 'join'
        ? [field.collection].flat()
        : undefined
  if (targets) {
    if (['relationTo', 'value'].includes(inside.join('.'))) return
    for (const target of targets) {
      noteRead({ collection: target })
      const { flattenedFields } = payload.collections[target].config
      if (inside[0] !== 'id') notePath({ fields: flattenedFields, payload, segments: inside })
    }
  } else if (field.type === 'blocks') {
    noteUnknown()
  } else if ('flattenedFields' in field) {
    notePath({ fields: field.flattenedFields, payload, segments: inside })
  }
}

/** A field that stands for one of another document. */
const noteVirtual = ({
  fields,
  name,
}: {
  fields: FlattenedField[]
  name: string
  payload: Payload
}): void => {
  const isVirtual = fields.some(
    (field) => field.name === name && 'virtual' in field && typeof field.virtual === 'string',
  )
  if (isVirtual) noteUnknown()
}
