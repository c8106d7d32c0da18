import { isRecord } from './records.ts'

export type Settled = {
  faults: string[]
  /** The languages of the document as they are to be saved: published ones first, drafts on top of them. */
  order: string[]
  statuses: Record<string, string>
}

/** Which languages a document is saved in, in which order, and which of them readers see. */
export const settleLanguages = ({
  hasDrafts,
  languages,
  locales,
  sourceLocale,
  status,
}: {
  hasDrafts: boolean
  /** Those that the document has text in. */
  languages: ReadonlySet<string>
  locales: readonly string[]
  /** The language it was written in first. @default the first that is published */
  sourceLocale: unknown
  /** One for all languages, or one for each. @default draft */
  status: unknown
}): Settled => {
  const faults: string[] = []
  if (!hasDrafts && status !== undefined)
    faults.push('_status: there are no drafts of these documents')
  const given = isRecord(status)
    ? status
    : Object.fromEntries([...languages].map((locale) => [locale, status ?? 'draft']))
  for (const [locale, value] of Object.entries(given)) {
    if (!locales.includes(locale))
      faults.push(`_status.${locale}: the languages are ${locales.join(', ')}`)
    if (value !== 'draft' && value !== 'published')
      faults.push(`_status: give "published" or "draft", for all languages or for each`)
  }
  const used = locales.filter((locale) => languages.has(locale) || locale in given)
  if (used.length === 0) faults.push('there is no text in any language')
  const statuses: Record<string, string> = hasDrafts
    ? Object.fromEntries(
        used.map((locale) => [locale, given[locale] === 'published' ? 'published' : 'draft']),
      )
    : {}
  const rank = (locale: string) =>
    (statuses[locale] === 'draft' ? 2 : 0) + (locale === sourceLocale ? 0 : 1)
  return { faults: [...new Set(faults)], order: used.sort((a, b) => rank(a) - rank(b)), statuses }
}
