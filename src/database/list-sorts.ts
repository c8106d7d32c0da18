import type { SanitizedConfig } from 'payload'

/** The column by which each collection's lists are sorted when nobody asks for another order. */
export const listSorts = (config: SanitizedConfig): { column: string; slug: string }[] =>
  config.collections.flatMap(({ defaultSort, slug }) => {
    const [first] = [defaultSort].flat()
    return first ? [{ column: first.replace(/^-/, ''), slug }] : []
  })
