import { type Change, tagOfDocument, tagOfVersions } from './tags.ts'

/** A write as `@qiao/committed-writes` tells it. */
export type WriteNote = {
  fields: readonly string[] | undefined
  ids: readonly string[] | undefined
  isVersion: boolean
  operation: string
  slug: string
}

/**
 * What writes may have changed of what readers see. Saving a version does not: where readers are shown something of
 * versions, such as when a text was last published, the document itself was written with it. Versions that are deleted
 * may have been just those.
 */
export const changeOfWrites = (
  writes: readonly WriteNote[],
  {
    unseen = [],
  }: {
    /** Fields that readers never see, nor anything that is made of them. */
    unseen?: readonly string[]
  } = {},
): Change | undefined => {
  const slugs = new Set<string>()
  const tags = new Set<string>()
  for (const { fields, ids, isVersion, operation, slug } of writes) {
    if (isVersion) {
      if (operation === 'deleteVersions') tags.add(tagOfVersions(slug))
    } else if (fields && fields.length > 0 && fields.every((field) => unseen.includes(field))) {
      continue
    } else if (ids) {
      tags.add(slug)
      for (const id of ids) tags.add(tagOfDocument(slug, id))
    } else {
      slugs.add(slug)
    }
  }
  return slugs.size + tags.size > 0 ? { slugs: [...slugs], tags: [...tags] } : undefined
}
