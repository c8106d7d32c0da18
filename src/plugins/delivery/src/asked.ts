import { APIError, isolateObjectProperty, type PayloadRequest } from 'payload'

/** What was asked for: one document by its slug, in one language. */
export type Asked = {
  /** The language to fall back to, when one was asked for. */
  fallback: string | undefined
  locale: string
  slug: string
}

/** Longer ones are nobody's, and a database need not be asked for them. */
const longestSlug = 300

/**
 * The slug and the languages of a REST request.
 * @throws APIError 400 that names the parameter
 */
export const askedOf = (req: PayloadRequest): Asked => {
  const { query, routeParams } = req
  return {
    fallback: asFallback({
      req,
      value: query.fallback ?? query['fallback-locale'] ?? query.fallbackLocale,
    }),
    locale: asLocale({ req, value: req.locale }),
    slug: typeof routeParams?.slug === 'string' ? routeParams.slug : '',
  }
}

/** @throws APIError 400 when it is not one known language */
export const asLocale = ({ req, value }: { req: PayloadRequest; value: unknown }): string => {
  const known = codesOf(req)
  if (typeof value === 'string' && known.includes(value)) return value
  throw refusal('locale', known)
}

/** @throws APIError 400 when it is neither a known language nor a word for none */
export const asFallback = ({
  req,
  value,
}: {
  req: PayloadRequest
  value: unknown
}): string | undefined => {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value]
  if ([undefined, null, false, '', 'none', 'false', 'null'].includes(first as string)) return
  const known = codesOf(req)
  if (typeof first === 'string' && known.includes(first)) return first
  throw refusal('fallback', known)
}

/** True for what can be the slug of something: not empty, not endless, no control characters, whole characters. */
export const isSlug = (slug: string): boolean =>
  slug !== '' && slug.length <= longestSlug && !/\p{Cc}|\p{Cs}/u.test(slug)

/** Payload writes the language of an operation into its request; the caller's keeps its own. */
export const inLanguage = (req: PayloadRequest, locale: string): PayloadRequest => {
  const own = isolateObjectProperty(req, ['fallbackLocale', 'locale'])
  own.locale = locale as 'en'
  return own
}

/** The same for what is only looked at: the headers of the answer tell nothing of it. */
export const isolated = (req: PayloadRequest, locale: string): PayloadRequest => {
  const aside = isolateObjectProperty(req, ['fallbackLocale', 'locale', 'responseHeaders'])
  aside.locale = locale as 'en'
  aside.responseHeaders = new Headers()
  return aside
}

export const codesOf = ({ payload }: PayloadRequest): string[] => {
  const { localization } = payload.config
  return localization ? localization.localeCodes : []
}

/** The same for a slug that nobody has and for one that only drafts have. */
export const nothingThere = ({
  collection,
  locale,
}: {
  collection: string
  locale: string
}): APIError =>
  new APIError(
    `Nothing of “${collection}” is published in “${locale}” under this slug.`,
    404,
    { code: 'not-found' },
    true,
  )

const refusal = (name: string, known: string[]): APIError =>
  new APIError(
    `The parameter ${name} must be one of ${known.join(', ')}.`,
    400,
    { field: name },
    true,
  )
