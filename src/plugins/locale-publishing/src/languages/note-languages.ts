import type { PayloadRequest } from 'payload'

/**
 * Notes on a request that its answer holds text in these languages, for its header `Content-Language`. Call it wherever
 * an answer takes in text that was not read through an operation of Payload.
 */
export const noteLanguages = (req: PayloadRequest, locales: Iterable<string>): void => {
  const { localization } = req.payload.config
  if (!localization) return
  req.responseHeaders ??= new Headers()
  const noted = new Set(req.responseHeaders.get(header)?.split(', ') ?? [])
  const before = noted.size
  for (const locale of locales) noted.add(locale)
  if (noted.size === before) return
  const inOrder = localization.localeCodes.filter((locale) => noted.has(locale))
  if (inOrder.length > 0) req.responseHeaders.set(header, inOrder.join(', '))
}

const header = 'Content-Language'
