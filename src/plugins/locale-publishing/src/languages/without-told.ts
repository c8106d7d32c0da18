import { APIError, type PayloadRequest } from 'payload'

import type { Content } from '../content/content-field.ts'

/**
 * What is to be saved, without what a document tells of its languages when it is read. Whoever reads a document and
 * sends it back must not save texts of one language as those of another.
 *
 * @throws APIError 400 when what is sent says that it is in another language, or that some of it is
 */
export const withoutTold = <Data extends Content>({
  data,
  isChecked,
  req: { locale },
}: {
  data: Data
  /** Whether a caller sent it. */
  isChecked: boolean
  req: PayloadRequest
}): Omit<Data, '_fallbacks' | '_locale'> => {
  if (!('_locale' in data || '_fallbacks' in data)) return data
  const { _fallbacks, _locale, ...rest } = data
  if (!isChecked) return rest
  if (typeof _locale === 'string' && _locale !== locale) {
    throw refusal(
      `This document is in “${_locale}”, and would be saved as “${String(locale)}”: read it in the language you write.`,
      '_locale',
    )
  }
  if (Array.isArray(_fallbacks) && _fallbacks.length > 0) {
    throw refusal(
      'Some of these texts stand in for missing ones: read the document without a fallback before you write it.',
      '_fallbacks',
    )
  }
  return rest
}

const refusal = (message: string, field: string): APIError =>
  new APIError(message, 400, { code: 'FALLBACK_NOT_SAVED', field }, true)
