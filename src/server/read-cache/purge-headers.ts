import { slugOfTag } from '@qiao/read-cache'

/** Proxies take few kilobytes for all headers together. */
const mostCharacters = 1000

/**
 * What a cache on the way can be purged by: `Surrogate-Key` and `Cache-Tag` name what an answer was made from,
 * `programs:<id>` or `programs` as a whole. A document that is not to be seen in the answer is not named, and where there
 * are too many of them, their collection is: a write is announced by both.
 */
export const purgeHeaders = (tags: ReadonlySet<string>, body: Buffer): [string, string][] => {
  const isShown = (tag: string) => body.includes(tag.slice(tag.indexOf(':') + 1))
  // What a list is filtered by is no name.
  const precise = new Set(
    [...tags].map((tag) => (!tag.includes('?') && isShown(tag) ? tag : slugOfTag(tag))),
  )
  const wholes = [...precise].filter(isWhole)
  // Who is told of the collection need not be told of its documents.
  const documents = [...precise].filter((tag) => !isWhole(tag) && !wholes.includes(slugOfTag(tag)))
  const all = [...wholes, ...documents].sort()
  const isLong = all.join(' ').length > mostCharacters
  const named = isLong ? [...new Set(all.map(slugOfTag))] : all
  return [
    ['Surrogate-Key', named.join(' ')],
    ['Cache-Tag', named.join(',')],
  ]
}

const isWhole = (tag: string): boolean => !tag.includes(':')
