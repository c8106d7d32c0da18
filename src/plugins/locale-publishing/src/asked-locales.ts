import { APIError, type PayloadRequest } from 'payload'

/**
 * The languages a caller named, each once.
 *
 * @throws APIError 400 with the known languages when it is not a list of them, or `"all"`
 */
export const askedLocales = ({ asked, req }: { asked: unknown; req: PayloadRequest }): string[] => {
  const known = knownLocales(req)
  if (asked === 'all') return known
  const list: unknown[] = Array.isArray(asked) ? asked : []
  const codes = list.filter(
    (code): code is string => typeof code === 'string' && known.includes(code),
  )
  if (codes.length === 0 || codes.length !== list.length) {
    const message = `“locales” must be a list of languages out of ${known.join(', ')}, or "all".`
    const errors = [{ message, path: 'locales' }]
    throw new APIError(message, 400, { errors, field: 'locales' }, true)
  }
  return [...new Set(codes)]
}

/**
 * The one language a caller named.
 *
 * @throws APIError 400 with the known languages when it is none of them
 */
export const askedLocale = ({ asked, req }: { asked: unknown; req: PayloadRequest }): string => {
  const known = knownLocales(req)
  const locale = known.find((code) => code === asked)
  if (locale !== undefined) return locale
  throw new APIError(`“locale” must be one of ${known.join(', ')}.`, 400, { field: 'locale' }, true)
}

const knownLocales = ({ payload }: PayloadRequest): string[] =>
  payload.config.localization ? payload.config.localization.localeCodes : []
