import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { codesOf } from '../asked.ts'
import { answerArchive, answerFacets } from './archive-answers.ts'
import type { CollectionArchives } from './archive-options.ts'

/**
 * `GET /api/<collection>/archive?locale=` answers `{ locale, years: [{ year, count, counts }] }`, and
 * `GET /api/<collection>/facets?by=&locale=` answers `{ by, locale, values: [{ value, label, count, counts }] }`: how
 * many documents readers see. `locale=all` counts every language, and leaves out `count`.
 * @throws {APIError} 400 for a parameter that is not known, or that has a value which is not
 */
export const archiveEndpoints = (
  slug: string,
  { facets = {}, year }: CollectionArchives,
): Omit<Endpoint, 'root'>[] => [
  ...(year === undefined
    ? []
    : [
        {
          custom: { fallback: false, query: [] },
          handler: async (req: PayloadRequest) => {
            const { locale } = read({ names: ['locale'], req })
            const asked = { ...languagesOf(req, locale), path: year, payload: req.payload, slug }
            return inLanguages(asked, await answerArchive(asked))
          },
          method: 'get' as const,
          path: '/archive',
        },
      ]),
  ...(Object.keys(facets).length === 0
    ? []
    : [
        {
          custom: { fallback: false, query: ['by'] },
          handler: async (req: PayloadRequest) => {
            const { by, locale } = read({ names: ['by', 'locale'], req })
            const path = pathOf({ by, facets })
            const asked = { ...languagesOf(req, locale), path, payload: req.payload, slug }
            return inLanguages(asked, await answerFacets({ ...asked, by: by ?? '' }))
          },
          method: 'get' as const,
          path: '/facets',
        },
      ]),
]

/** An answer that names the languages of its labels. */
const inLanguages = (
  { locale, locales }: { locale: string; locales: readonly string[] },
  answer: object,
): Response => {
  const named = locale === 'all' ? locales.join(', ') : locale
  return Response.json(answer, { headers: { 'Content-Language': named } })
}

/** The languages of the project, and the one that is asked for. */
export const languagesOf = (
  req: PayloadRequest,
  asked: string | undefined,
): { locale: string; locales: readonly string[] } => {
  const { localization } = req.payload.config
  const locales = codesOf(req)
  const named = asked ?? req.locale ?? (localization ? localization.defaultLocale : '')
  const locale = named === '*' ? 'all' : named
  if (locale !== 'all' && !locales.includes(locale)) {
    throw refusal(
      'locale',
      `“${locale}” is no language of this project. Use ${locales.join(', ')} or all.`,
    )
  }
  return { locale, locales }
}

export const pathOf = ({
  by,
  facets,
}: {
  by: string | undefined
  facets: Record<string, string>
}): string => {
  const known = Object.keys(facets).join(', ')
  if (!by) throw refusal('by', `Say by what to count: by=${known.replaceAll(', ', ', by=')}.`)
  const path = Object.hasOwn(facets, by) ? facets[by] : undefined
  if (path === undefined) throw refusal('by', `“${by}” is nothing to count by. Use ${known}.`)
  return path
}

/** The parameters of an address, each at most once. */
const read = ({
  names,
  req,
}: {
  names: readonly string[]
  req: PayloadRequest
}): Partial<Record<string, string>> => {
  const { searchParams } = new URL(req.url ?? '', 'http://localhost')
  for (const name of searchParams.keys()) {
    if (!names.includes(name)) {
      throw refusal(name, `“${name}” is no parameter here. Use ${names.join(' and ')}.`)
    }
    if (searchParams.getAll(name).length > 1) throw refusal(name, `Name “${name}” once.`)
  }
  return Object.fromEntries(searchParams)
}

const refusal = (field: string, message: string): APIError =>
  new APIError(message, 400, { field }, true)
