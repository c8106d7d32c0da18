import type { PayloadRequest } from 'payload'
import { isolateObjectProperty } from 'payload'

/** The languages that one reading answers in. */
export type Reading = {
  /** The language asked for; `all` puts them side by side. */
  asked: string
  /** What is shown in its place where there is nothing in it, in this order. Empty when none was asked for. */
  fallbacks: readonly string[]
  /** Whether the one who asks has named a fallback, even one that changes nothing. */
  isFallbackAsked: boolean
}

type ReadingRequest = PayloadRequest & { reading?: Reading }

/**
 * A request of its own for one reading. Operations of one request share it, and each writes its own language into it
 * while others are under way: what a document may show must be decided by one and the same from beginning to end.
 */
export const requestOfReading = ({
  isWithoutFallback,
  req,
}: {
  isWithoutFallback: boolean
  req: PayloadRequest
}): PayloadRequest => {
  const reading = askedReading(req)
  const own: ReadingRequest = isolateObjectProperty(req as ReadingRequest, [
    'fallbackLocale',
    'locale',
    'reading',
  ])
  const fallbacks = isWithoutFallback ? [] : reading.fallbacks
  own.reading = { ...reading, fallbacks }
  // Payload carries it to what the document refers to.
  // A package does not know the languages that the project's generated types allow.
  own.fallbackLocale = (fallbacks.length > 0 ? [...fallbacks] : false) as typeof req.fallbackLocale
  return own
}

/** The languages of the reading that a request was made for, if it was made for one. */
export const readingOf = (req: PayloadRequest): Reading | undefined =>
  (req as ReadingRequest).reading

/** What a request asks for by Payload's `locale` and `fallbackLocale`. */
export const askedReading = ({ fallbackLocale, locale, payload }: PayloadRequest): Reading => {
  const { localization } = payload.config
  const known: readonly string[] = localization ? localization.localeCodes : []
  const asked = locale ?? (localization ? localization.defaultLocale : '')
  const given: unknown[] = [fallbackLocale].flat()
  const named = given.filter(
    (code): code is string => typeof code === 'string' && known.includes(code),
  )
  return {
    asked,
    fallbacks: asked === 'all' ? [] : [...new Set(named)].filter((code) => code !== asked),
    isFallbackAsked: named.length > 0 && asked !== 'all',
  }
}
