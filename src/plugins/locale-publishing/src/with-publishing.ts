import type { Access, CollectionConfig } from 'payload'

import { withReadableAccess } from './access-endpoint.ts'
import { guardPublicQuery } from './guard-public-query.ts'
import { forgetRows, noteRows } from './keep-rows-together.ts'
import { localeEndpoints } from './locale-endpoints.ts'
import { withLanguages } from './languages/with-languages.ts'
import { localeStatesFields } from './locale-states-field.ts'
import type { PublishingOptions } from './options.ts'
import { noteAllLocales, publishOtherLocales } from './publish-all-locales.ts'
import { previewLinkEndpoint } from './preview/preview-endpoints.ts'
import { orPreviewed } from './preview/preview-of-request.ts'
import { previewsOf } from './preview/preview-url.ts'
import { showPreview } from './preview/show-preview.ts'
import { notTrashed, publishedOrDrafts } from './published-or-drafts.ts'
import { requireAlternativeTexts } from './readiness/require-alternative-texts.ts'
import { removeUnpublishedLocales } from './remove-unpublished-locales.ts'
import { withRestoreButtons } from './restore/with-restore-buttons.ts'
import { restoreEndpoint } from './restore/restore-endpoint.ts'
import { forgetReviews, keepReviews } from './reviews/keep-reviews.ts'
import { reviewEndpoints } from './reviews/review-endpoints.ts'
import { checkRevision } from './revisions/check-revision.ts'
import { lastSavedField } from './revisions/last-saved-field.ts'
import { endRevision } from './revisions/store-revisions.ts'
import { tellRevision } from './revisions/tell-revision.ts'
import { cancelSchedules, keepSchedules } from './schedules/keep-schedules.ts'
import { scheduleEndpoints } from './schedules/schedule-endpoints.ts'
import { expectPublishing, keepStates } from './stored-states.ts'
import { moveWhole } from './trash/move-whole.ts'
import { trashEndpoints } from './trash/trash-endpoints.ts'
import { withTrash } from './trash/with-trash.ts'
import { withKeptText } from './with-kept-text.ts'
import { hideUploads, withShownUploads } from './uploads/with-shown-uploads.ts'

/** All collections of a config, each with the rules that the options name it for. */
export const withRules = (
  all: CollectionConfig[] = [],
  options: PublishingOptions,
): CollectionConfig[] =>
  all
    .map(withReadableAccess)
    .map(withKeptText)
    .map((collection) => {
      const { slug } = collection
      if (options.collections.includes(slug))
        return withLanguages(withPublishing(withGuard(collection), options))
      if (options.uploads.includes(slug))
        return withLanguages(withGuard(withTrash(withShownUploads(collection, options.uploads))))
      return options.publicCollections.includes(slug)
        ? withLanguages(withGuard(withTrash(collection)))
        : collection
    })

/** A collection whose public queries may name its own public fields only. */
const withGuard = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [guardPublicQuery, ...(collection.hooks?.beforeOperation ?? [])],
  },
})

/** A collection with a status per language, its endpoints and its rules. */
const withPublishing = (
  collection: CollectionConfig,
  {
    alternativeTexts,
    collections,
    locales,
    mayPublish,
    onSubmit,
    uploads,
    urlOf,
  }: PublishingOptions,
): CollectionConfig => ({
  ...collection,
  admin: {
    ...collection.admin,
    ...previewsOf(collection.slug, urlOf),
    components: {
      ...collection.admin?.components,
      edit: {
        ...collection.admin?.components?.edit,
        // Who may not publish submits for review.
        PublishButton: '@qiao/locale-publishing/client#PublishOrSubmit',
        // Payload tells of one language, and calls one that readers see a draft as soon as somebody works on it.
        Status: '@qiao/locale-publishing/client#LanguagesMenu',
        // The menu of languages withdraws them one by one; a second way beside it would withdraw all at once.
        UnpublishButton: '@qiao/locale-publishing/client#NoUnpublishButton',
      },
      views: withRestoreButtons(collection.admin?.components?.views),
    },
  },
  access: { ...collection.access, read: readRule(collection) },
  custom: { ...collection.custom, hasRevisions: true },
  endpoints: [
    ...(collection.endpoints === false ? [] : (collection.endpoints ?? [])),
    ...localeEndpoints({ collections, mayPublish, slug: collection.slug }),
    restoreEndpoint(collection.slug),
    previewLinkEndpoint(collection.slug, urlOf),
    ...(collection.trash ? trashEndpoints(collection.slug) : []),
    ...reviewEndpoints({ mayPublish, onSubmit, slug: collection.slug }),
    ...scheduleEndpoints({ alternativeTexts, collections, mayPublish, slug: collection.slug }),
  ],
  // A lock is for the whole document, and would keep a translator waiting for an editor of another language.
  lockDocuments: false,
  fields: [
    ...collection.fields,
    ...localeStatesFields(locales, collection.slug),
    lastSavedField(collection.slug),
  ],
  hooks: {
    ...collection.hooks,
    afterChange: [
      keepStates,
      keepSchedules,
      keepReviews,
      endRevision,
      forgetRows,
      publishOtherLocales,
      ...(collection.hooks?.afterChange ?? []),
    ],
    afterDelete: [
      cancelSchedules,
      forgetReviews,
      hideUploads(uploads),
      ...(collection.hooks?.afterDelete ?? []),
    ],
    afterRead: [...(collection.hooks?.afterRead ?? []), removeUnpublishedLocales],
    afterOperation: [tellRevision, ...(collection.hooks?.afterOperation ?? [])],
    beforeChange: [
      ...(collection.hooks?.beforeChange ?? []),
      requireAlternativeTexts(alternativeTexts),
      expectPublishing,
      noteRows,
    ],
    beforeOperation: [
      checkRevision,
      ...(collection.hooks?.beforeOperation ?? []),
      showPreview,
      // Last, so that the project's own rules have seen what was asked for.
      noteAllLocales,
      ...(collection.trash ? [moveWhole] : []),
    ],
  },
})

const readRule = ({ slug, trash }: CollectionConfig): Access => {
  const rule = publishedOrDrafts(slug)
  return orPreviewed(slug, trash ? notTrashed(rule) : rule)
}
