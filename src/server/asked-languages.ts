import { HttpError } from './http-error.ts'
import { negotiateLocale } from './negotiate-locale.ts'

export type LanguageRules = {
  /** The language of a request that names none. */
  defaultLocale: string
  /** Codes of the languages content is written in. */
  locales: readonly string[]
}

/**
 * Refuses a language that is not known, and a fallback where there is nothing to fall back from.
 * @throws {HttpError} 400 that names the parameter and the known languages
 */
export const assertLanguages = (
  query: Record<string, unknown>,
  { locales }: Pick<LanguageRules, 'locales'>,
): void => {
  const { locale } = query
  const known = [...locales, 'all', '*', 'auto']
  if (isGiven(locale) && !(typeof locale === 'string' && known.includes(locale))) {
    throw refusal('locale', `must be one of ${known.join(', ')}`)
  }
  const named = fallbackNames.filter((name) => isGiven(query[name]))
  for (const name of named) {
    const value = query[name]
    const codes: unknown[] = Array.isArray(value) ? value : [value]
    const isKnown = codes.every((code) => typeof code === 'string' && locales.includes(code))
    if (!isKnown && !nothing.some((each) => each === value)) {
      throw refusal(name, `must be one of ${[...locales, ...nothing].join(', ')}`)
    }
  }
  const [first, ...others] = named
  if (first === undefined) return
  const isSame = others.every((name) => String(query[name]) === String(query[first]))
  if (!isSame) throw refusal(first, `says something else than ${others.join(', ')}; give one only`)
  const isNone = nothing.some((each) => each === query[first])
  if (!isNone && (locale === 'all' || locale === '*')) {
    throw refusal(first, 'has nothing to stand in for when all languages are asked for')
  }
}

/**
 * Puts the languages of a request, which are known to be right, the way Payload reads them: one language, by what the
 * reader's browser prefers where that was asked for, and the fallbacks under one name.
 * @returns whether `Accept-Language` has decided
 */
export const settleLanguages = ({
  acceptLanguage,
  query,
  rules,
  url,
}: {
  acceptLanguage: string | undefined
  query: Record<string, unknown>
  rules: LanguageRules
  url: URL
}): { isNegotiated: boolean } => {
  const { searchParams } = url
  const isNegotiated = query.locale === 'auto'
  if (isNegotiated) searchParams.set('locale', negotiateLocale({ acceptLanguage, ...rules }))
  // Without one, Payload 3.90 fails on a filter by a localized field when fallback is off (payload#18180).
  if (!searchParams.get('locale')) searchParams.set('locale', rules.defaultLocale)
  const fallback = fallbackNames.map((name) => query[name]).find(isGiven)
  for (const key of [...searchParams.keys()]) {
    if (fallbackNames.includes(key.replace(/\[.*$/s, ''))) searchParams.delete(key)
  }
  for (const code of [fallback].flat()) {
    if (typeof code === 'string') searchParams.append('fallbackLocale', code)
  }
  return { isNegotiated }
}

/** The short name, and those of Payload. */
const fallbackNames = ['fallback', 'fallback-locale', 'fallbackLocale']

const nothing = ['none', 'false', 'null']

const isGiven = (value: unknown): boolean => value !== undefined && value !== ''

const refusal = (name: string, problem: string): HttpError =>
  new HttpError(400, `The parameter ${name} ${problem}.`, { field: name })
