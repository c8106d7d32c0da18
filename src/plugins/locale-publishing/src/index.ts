import type { Config, Plugin } from 'payload'
import { withGuardedGlobal } from './guard-public-global.ts'
import { withLocaleGraphql } from './locale-graphql.ts'
import { keepBooks } from './keep-books.ts'
import { labelledLocales } from './locale-states-field.ts'
import { previewEndpoint } from './preview/preview-endpoints.ts'
import type { LocalePublishingOptions } from './options.ts'
import { withReaderRules } from './reads-drafts.ts'
import { scheduledPublications } from './schedules/scheduled-publications.ts'
import { shownUploads } from './uploads/shown-uploads.ts'
import { withWords } from './with-words.ts'
import { withRules } from './with-publishing.ts'

export { changeLocales, type LocaleAction, readLocaleStates } from './locale-actions.ts'
export { isPublicIn, localeActionOf } from './what-is-done.ts'
export type { LocaleState } from './content/locale-states.ts'
export { sharedChanges } from './content/shared-changes.ts'
export type { LocalePublishingOptions } from './options.ts'
export type { UrlOfDocument } from './preview/preview-url.ts'
export { runDueSchedules } from './schedules/run-due-schedules.ts'
export { startSchedules } from './schedules/start-schedules.ts'

/** Each language of a document is published by itself; readers see the published ones only, through every query. */
export const localePublishing =
  ({
    alternativeTexts = {},
    collections,
    enabled = true,
    mayPublish = ({ req }) => Boolean(req.user),
    mayReadDrafts = ({ req }) => Boolean(req.user),
    mayQueryFreely = mayReadDrafts,
    publicCollections = [],
    uploads = [],
    urlOf = () => null,
  }: LocalePublishingOptions): Plugin =>
  (config: Config): Config => {
    const known = new Set((config.collections ?? []).map(({ slug }) => slug))
    const unknown = [...collections, ...publicCollections, ...uploads].find(
      (slug) => !known.has(slug),
    )
    if (unknown)
      throw new Error(`locale-publishing: an option names "${unknown}", which is no collection.`)
    if (!enabled) return config
    const locales = labelledLocales(config)
    const publishing = { alternativeTexts, collections, locales, mayPublish, uploads, urlOf }
    return {
      ...config,
      collections: [
        ...withRules(config.collections, { ...publishing, publicCollections }),
        scheduledPublications(publishing),
        shownUploads,
      ],
      custom: withReaderRules(config.custom, { mayQueryFreely, mayReadDrafts }),
      endpoints: [...(config.endpoints ?? []), previewEndpoint],
      globals: config.globals?.map(withGuardedGlobal),
      graphQL: withLocaleGraphql(config, publishing),
      i18n: withWords(config.i18n),
      onInit: async (payload) => {
        await keepBooks(payload, { collections, uploads })
        await config.onInit?.(payload)
      },
    }
  }
