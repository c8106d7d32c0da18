import { contentChanges } from '@qiao/content-changes'
import { queueWebhooks } from '@qiao/webhooks'
import type { Plugin } from 'payload'

import type { Locale } from './localization.ts'
import { slugSources } from './published-content.ts'
import { urlOfDocument } from './url-of-document.ts'

/** What readers see of this project's content, and when it last changed. */
export const followContent: Plugin = contentChanges({
  collections: Object.keys(slugSources),
  // Kept with a document by the system: who saved it last, how far its languages are, where its files are shown.
  ignoredFields: ['lastSaved', 'localeStates', 'shownBy'],
  // Contacts for staff only.
  isShownRow: ({ visibility }) => visibility !== 'internal',
  onEvents: queueWebhooks,
  urlOf: ({ collection, locale, req, slug }) =>
    urlOfDocument({ collection, doc: { slug }, locale, req: { ...req, locale: locale as Locale } }),
})
