import type { State } from '@qiao/committed-writes'

import type { Condition } from './filters.ts'

/**
 * What an answer was made from: `programs:<id>` is one document, `programs` a list, which every write in the collection
 * may change, or a global; `programs?…` a list to which documents belong only that meet the conditions after it.
 */
export type Tag = string

/** What was written. */
export type Change = {
  /** Collections of which any document may have been written. */
  slugs: readonly string[]
  tags: readonly Tag[]
  /** Of documents that are in `tags`, what they were and are, as far as that is known. */
  documents?: readonly { slug: string; states?: readonly State[] | undefined }[]
}

/** Anything may have been written. */
export const anything = 'anything'

export const tagOfDocument = (slug: string, id: number | string): Tag => `${slug}:${String(id)}`

/** Longer ones are not worth their memory; a list of everything is dropped more often, and as right. */
const longestTag = 2000

export const tagOfList = (slug: string, conditions: readonly Condition[]): Tag => {
  const each = [...new Set(conditions.map((condition) => JSON.stringify(condition)))].sort()
  const tag = `${slug}?[${each.join(',')}]`
  return each.length === 0 || tag.length > longestTag ? slug : tag
}

/** Nothing for any other tag than that of a list with conditions. */
export const conditionsOfTag = (tag: Tag): Condition[] | undefined => {
  const slug = slugOfTag(tag)
  return tag.startsWith('?', slug.length)
    ? (JSON.parse(tag.slice(slug.length + 1)) as Condition[])
    : undefined
}

/** The versions of all documents of a collection. */
export const tagOfVersions = (slug: string): Tag => `${slug}:versions`

export const slugOfTag = (tag: Tag): string => {
  const at = tag.search(/[:?]/)
  return at === -1 ? tag : tag.slice(0, at)
}
