import type { Access, Config } from 'payload'

import { labelledLocales, type LabelledLocale } from './locale-states-field.ts'
import type { UrlOfDocument } from './preview/preview-url.ts'
import type { ReaderRules } from './reads-drafts.ts'
import type { OnSubmit } from './reviews/submit-locales.ts'

export type LocalePublishingOptions = {
  /** Group of the list of what waits for review, in the sidebar of the admin UI. @default none */
  adminGroup?: Record<string, string>
  /** Collections of uploads, and their localized field that a published language must have. @default {} */
  alternativeTexts?: Record<string, string>
  /** Collections with `versions.drafts.localizeStatus`; the plugin sets their `read` rule. */
  collections: string[]
  /** `false` leaves access as the collections declare it. @default true */
  enabled?: boolean
  /** Who may publish, withdraw and revert a language. @default whoever is signed in and may update the document */
  mayPublish?: Access
  /** Told of each language that is submitted for review, in the same transaction. @default nobody is told */
  onSubmit?: OnSubmit
  /** Further collections that readers may query, without a status of their own. @default [] */
  publicCollections?: string[]
  /** Collections of uploads whose files readers see only while a published document shows them. @default [] */
  uploads?: string[]
  /** Where a document is on the website: for preview links and live preview. @default nowhere */
  urlOf?: UrlOfDocument
} & Partial<ReaderRules>

/** The options with what was left out, and the languages of the project. */
export type PublishingOptions = Omit<Required<LocalePublishingOptions>, 'adminGroup'> & {
  adminGroup: Record<string, string> | undefined
  locales: LabelledLocale[]
}

/** @throws Error that names a collection which does not exist */
export const completeOptions = (
  {
    adminGroup,
    alternativeTexts = {},
    collections,
    enabled = true,
    mayPublish = ({ req }) => Boolean(req.user),
    mayReadDrafts = ({ req }) => Boolean(req.user),
    mayQueryFreely = mayReadDrafts,
    onSubmit = async () => undefined,
    publicCollections = [],
    uploads = [],
    urlOf = () => null,
  }: LocalePublishingOptions,
  config: Config,
): PublishingOptions => {
  const known = new Set((config.collections ?? []).map(({ slug }) => slug))
  const named = [...collections, ...publicCollections, ...uploads, ...Object.keys(alternativeTexts)]
  const unknown = named.find((slug) => !known.has(slug))
  if (unknown)
    throw new Error(`locale-publishing: an option names "${unknown}", which is no collection.`)
  return {
    adminGroup,
    alternativeTexts,
    collections,
    enabled,
    locales: labelledLocales(config),
    mayPublish,
    mayQueryFreely,
    mayReadDrafts,
    onSubmit,
    publicCollections,
    uploads,
    urlOf,
  }
}
