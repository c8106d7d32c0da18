/**
 * What an answer was made from: `programs:<id>` is one document, `programs` a list, which every write in the collection
 * may change, or a global.
 */
export type Tag = string

/** What was written. */
export type Change = {
  /** Collections of which any document may have been written. */
  slugs: readonly string[]
  tags: readonly Tag[]
}

/** Anything may have been written. */
export const anything = 'anything'

export const tagOfDocument = (slug: string, id: number | string): Tag => `${slug}:${String(id)}`

/** The versions of all documents of a collection. */
export const tagOfVersions = (slug: string): Tag => `${slug}:versions`

export const slugOfTag = (tag: Tag): string => {
  const at = tag.indexOf(':')
  return at === -1 ? tag : tag.slice(0, at)
}
