import type { Write } from '@qiao/committed-writes'

import { type Change, tagOfDocument, tagOfVersions } from './tags.ts'

/** As much of a write as tells what it may have changed. */
export type WriteNote = Omit<Write, 'entity'>

/**
 * What writes may have changed of what readers see. Saving a version does not: where readers are shown something of
 * versions, such as when a text was last published, the document itself was written with it. Versions that are deleted
 * may have been just those.
 */
export const changeOfWrites = (
  writes: readonly WriteNote[],
  {
    alongside = [],
    unseen = [],
  }: {
    /** Fields that are written with those, as they were. */
    alongside?: readonly string[]
    /** Fields that readers never see, nor anything that is made of them. */
    unseen?: readonly string[]
  } = {},
): Change | undefined => {
  const documents: NonNullable<Change['documents']>[number][] = []
  const slugs = new Set<string>()
  const tags = new Set<string>()
  for (const { fields, ids, isVersion, operation, slug, states } of writes) {
    if (isVersion) {
      if (operation === 'deleteVersions') tags.add(tagOfVersions(slug))
    } else if (
      fields?.some((field) => unseen.includes(field)) &&
      fields.every((field) => unseen.includes(field) || alongside.includes(field))
    ) {
      continue
    } else if (ids) {
      tags.add(slug)
      documents.push({ slug, states })
      for (const id of ids) tags.add(tagOfDocument(slug, id))
    } else {
      slugs.add(slug)
    }
  }
  if (slugs.size + tags.size === 0) return undefined
  const change = { slugs: [...slugs], tags: [...tags] }
  return documents.length > 0 ? { ...change, documents } : change
}
