import type { Feed } from '../entries/entry.ts'

/** Links to the other pages of a feed (RFC 5005), for one that has several. */
export const pagesOf = ({
  id,
  next,
  previous,
}: Pick<Feed, 'id' | 'next' | 'previous'>): { href: string; rel: string }[] => {
  const first = next === null && previous === null ? null : id
  return Object.entries({ first, previous, next }).flatMap(([rel, href]) =>
    href === null ? [] : [{ href, rel }],
  )
}
