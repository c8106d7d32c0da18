import type { PayloadRequest } from 'payload'

/** A sentence in the language in which the person behind a request reads the admin UI. */
export const inWordsOf = (
  req: Pick<PayloadRequest, 'i18n'>,
  { en, zh }: { en: string; zh: string },
): string => (req.i18n.language.startsWith('zh') ? zh : en)
