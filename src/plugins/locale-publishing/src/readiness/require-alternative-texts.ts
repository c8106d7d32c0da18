import { type CollectionBeforeChangeHook, ValidationError } from 'payload'

import type { Content } from '../content/content-field.ts'
import { missingAlternativeTexts } from './find-gaps.ts'

/** A language is published only with its pictures described in it; Payload itself asks for the required fields. */
export const requireAlternativeTexts =
  (alternativeTexts: Record<string, string>): CollectionBeforeChangeHook =>
  async ({ collection, data, originalDoc, req }) => {
    if ((data as Content)._status !== 'published' || !req.locale) return data
    const doc = { ...(originalDoc as Content | undefined), ...data }
    const asked = { collection, doc, locale: req.locale, req }
    const errors = await missingAlternativeTexts(asked, alternativeTexts)
    if (errors.length > 0) {
      throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
    }
    return data
  }
