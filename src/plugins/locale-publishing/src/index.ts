import type { Config, Plugin } from 'payload'
import { withGuardedGlobal } from './guard-public-global.ts'
import { withLocaleGraphql } from './locale-graphql.ts'
import { keepBooks } from './keep-books.ts'
import { previewEndpoint } from './preview/preview-endpoints.ts'
import { withTypedLanguages } from './languages/typed-languages.ts'
import { withGlobalLanguages } from './languages/with-languages.ts'
import { completeOptions, type LocalePublishingOptions } from './options.ts'
import { withReaderRules } from './reads-drafts.ts'
import { reviewRequests } from './reviews/review-requests.ts'
import { scheduledPublications } from './schedules/scheduled-publications.ts'
import { shownUploads } from './uploads/shown-uploads.ts'
import { withKeptGlobalText } from './with-kept-text.ts'
import { withWords } from './with-words.ts'
import { withRules } from './with-publishing.ts'

export { changeLocales, type LocaleAction, readLocaleStates } from './locale-actions.ts'
export { lastPublishedAt } from './last-published-at.ts'
export { previewOf } from './preview/preview-of-request.ts'
export { expectLatest, isPublicIn, localeActionOf } from './what-is-done.ts'
export type { LocaleState } from './content/locale-states.ts'
export { sharedChanges } from './content/shared-changes.ts'
export type { LocalePublishingOptions } from './options.ts'
export type { UrlOfDocument } from './preview/preview-url.ts'
export type { OnSubmit } from './reviews/submit-locales.ts'
export type { FallenBackField } from './languages/in-one-language.ts'
export { noteLanguages } from './languages/note-languages.ts'
export { labelOfPath } from './revisions/label-of-path.ts'
export { runDueSchedules } from './schedules/run-due-schedules.ts'
export { startSchedules } from './schedules/start-schedules.ts'

/** Each language of a document is published by itself; readers see the published ones only, through every query. */
export const localePublishing =
  (given: LocalePublishingOptions): Plugin =>
  (config: Config): Config => {
    const options = completeOptions(given, config)
    if (!options.enabled) return config
    return {
      ...config,
      collections: [
        ...withRules(config.collections, options),
        reviewRequests(options),
        scheduledPublications(options),
        shownUploads,
      ],
      custom: withReaderRules(config.custom, options),
      endpoints: [...(config.endpoints ?? []), previewEndpoint],
      globals: config.globals
        ?.map(withGuardedGlobal)
        .map(withKeptGlobalText)
        .map(withGlobalLanguages),
      graphQL: withLocaleGraphql(config, options),
      i18n: withWords(config.i18n),
      typescript: withTypedLanguages(config.typescript, { globals: config.globals, options }),
      onInit: async (payload) => {
        await keepBooks(payload, options)
        await config.onInit?.(payload)
      },
    }
  }
