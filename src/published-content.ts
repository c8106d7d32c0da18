import type { CollectionConfig } from 'payload'
import { editors } from './access/editors.ts'
import { editorsAndTranslators } from './access/editors-and-translators.ts'
import { staff } from './access/staff.ts'
import { refusePublishingByTranslators } from './hooks/refuse-publishing-by-translators.ts'
import { setSourceLocale } from './hooks/set-source-locale.ts'
import { stampPublishedAt } from './hooks/stamp-published-at.ts'

/** Who may do what with published content; `read` is given by the plugin `locale-publishing`. */
export const contentAccess = {
  create: editors,
  delete: editors,
  readVersions: staff,
  update: editorsAndTranslators,
} satisfies CollectionConfig['access']

/** Drafts, versions and a status per language. Drafts are not validated, so that half a text can be put aside. */
export const contentVersions = {
  drafts: { localizeStatus: true },
  maxPerDoc: 100,
} satisfies CollectionConfig['versions']

export const contentHooks = {
  beforeChange: [setSourceLocale, stampPublishedAt],
  beforeValidate: [refusePublishingByTranslators],
} satisfies CollectionConfig['hooks']

/** Sidebar groups of the admin UI. */
export const adminGroups = {
  content: { en: 'Content', zh: '内容' },
  library: { en: 'Library', zh: '资料库' },
  settings: { en: 'Settings', zh: '设置' },
}
