import type { Access } from 'payload'

import type { UrlOfDocument } from './preview/preview-url.ts'
import type { ReaderRules } from './reads-drafts.ts'

export type LocalePublishingOptions = {
  /** Collections of uploads, and their localized field that a published language must have. @default {} */
  alternativeTexts?: Record<string, string>
  /** Collections with `versions.drafts.localizeStatus`; the plugin sets their `read` rule. */
  collections: string[]
  /** `false` leaves access as the collections declare it. @default true */
  enabled?: boolean
  /** Who may publish, withdraw and revert a language. @default whoever is signed in and may update the document */
  mayPublish?: Access
  /** Further collections that readers may query, without a status of their own. @default [] */
  publicCollections?: string[]
  /** Collections of uploads whose files readers see only while a published document shows them. @default [] */
  uploads?: string[]
  /** Where a document is on the website: for preview links and live preview. @default nowhere */
  urlOf?: UrlOfDocument
} & Partial<ReaderRules>
