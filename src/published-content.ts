import type { CollectionConfig } from 'payload'
import { keepTranslatorsToTheirTexts } from './hooks/keep-translators-to-their-texts.ts'
import { leaveOutJoins } from './hooks/leave-out-joins.ts'
import { saveTranslationsAsDrafts } from './hooks/save-translations-as-drafts.ts'
import { setSourceLocale } from './hooks/set-source-locale.ts'
import { settleSelection } from './hooks/settle-selection.ts'
import { stampPublishedAt } from './hooks/stamp-published-at.ts'

/** Drafts, versions and a status per language. Drafts are not validated, so that half a text can be put aside. */
export const contentVersions = {
  drafts: { localizeStatus: true },
  maxPerDoc: 100,
} satisfies CollectionConfig['versions']

export const contentHooks = {
  beforeChange: [setSourceLocale, stampPublishedAt],
  beforeOperation: [saveTranslationsAsDrafts, settleSelection, leaveOutJoins],
  beforeValidate: [keepTranslatorsToTheirTexts],
} satisfies CollectionConfig['hooks']

/** Collections whose documents have a slug, and the field it is made from. */
export const slugSources = {
  awards: 'title',
  'news-briefs': 'title',
  'partner-profiles': 'name',
  programs: 'title',
  stories: 'title',
  topics: 'title',
}

/** Sidebar groups of the admin UI. */
export const adminGroups = {
  content: { en: 'Content', zh: '内容' },
  library: { en: 'Library', zh: '资料库' },
  settings: { en: 'Settings', zh: '设置' },
}
