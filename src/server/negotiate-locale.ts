/**
 * The language that suits a reader best, by the lookup of RFC 4647: `zh-Hant-TW` is answered with `zh`. What is no
 * language range is passed over; where nothing suits, it is the default language.
 */
export const negotiateLocale = ({
  acceptLanguage = '',
  defaultLocale,
  locales,
}: {
  /** The header `Accept-Language`. */
  acceptLanguage?: string | undefined
  defaultLocale: string
  locales: readonly string[]
}): string => {
  const ranges = acceptLanguage
    .split(',')
    .flatMap(parseRange)
    // Of the same weight, what was named first comes first.
    .sort((one, other) => other.weight - one.weight)
  const refused = new Set(
    ranges.filter(({ weight }) => weight === 0).map(({ tag }) => find(tag, locales) ?? tag),
  )
  for (const { tag, weight } of ranges) {
    if (weight === 0) break
    const found =
      tag === '*'
        ? [defaultLocale, ...locales].find((locale) => !refused.has(locale))
        : find(tag, locales)
    if (found !== undefined && !refused.has(found)) return found
  }
  return defaultLocale
}

const parseRange = (text: string): { tag: string; weight: number }[] => {
  const [, tag, weight = '1'] =
    /^\s*([a-z]{1,8}(?:-[a-z\d]{1,8})*|\*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(
      text,
    ) ?? []
  return tag === undefined ? [] : [{ tag: tag.toLowerCase(), weight: Number(weight) }]
}

/** Looks for a range, then for what is left when its last parts are taken off, one by one. */
const find = (range: string, locales: readonly string[]): string | undefined => {
  const parts = range.split('-')
  while (parts.length > 0) {
    const tag = parts.join('-')
    const found = locales.find((locale) => locale.toLowerCase() === tag)
    if (found !== undefined) return found
    parts.pop()
    // A single letter begins an extension and means nothing at the end.
    if (parts.at(-1)?.length === 1) parts.pop()
  }
  return undefined
}
