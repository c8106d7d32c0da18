import type { CollectionBeforeChangeHook } from 'payload'

/** Remembers the language a document was born in; it never changes afterwards. */
export const setSourceLocale: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'create')
    return { ...data, sourceLocale: originalDoc?.sourceLocale ?? data.sourceLocale }
  if (!req.locale || req.locale === 'all') return data
  return { ...data, sourceLocale: req.locale }
}
