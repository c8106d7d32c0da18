import { getTranslation } from '@payloadcms/translations'
import type { PayloadRequest } from 'payload'

/** A content language, named in the language of the person behind a request. */
export const languageName = ({ locale, req }: { locale: string; req: PayloadRequest }): string => {
  const { localization } = req.payload.config
  const known = localization ? localization.locales : []
  return getTranslation(known.find(({ code }) => code === locale)?.label ?? locale, req.i18n)
}
