import type { CollectionConfig, Config } from 'payload'

type Views = NonNullable<NonNullable<NonNullable<CollectionConfig['admin']>['components']>['views']>

const button = '@qiao/locale-publishing/client#RestoreLanguage'

/** The view of a version gets a button for each language, above the one that brings back everything. */
export const withRestoreButtons = (views: undefined | Views): undefined | Views => {
  // Payload's type of it does not let one part be looked at without knowing the others.
  const edit = (views?.edit ?? {}) as Partial<Record<string, { actions?: unknown[] }>>
  // A project that draws the whole edit view itself has no view of a version to add to.
  if (edit.root) return views
  const actions = [...(edit.version?.actions ?? []), button]
  return { ...views, edit: { ...edit, version: { ...edit.version, actions } } } as Views
}

/** Payload's own button says what it does: every language, and what they share. */
export const withRestoreWords = (i18n: Config['i18n']): Config['i18n'] => {
  const translations = (i18n?.translations ?? {}) as Record<string, Record<string, object>>
  const named = (language: string, restoreThisVersion: string) => ({
    [language]: {
      ...translations[language],
      version: { restoreThisVersion, ...translations[language]?.version },
    },
  })
  const words = { ...named('en', 'Restore everything'), ...named('zh', '恢复全部内容') }
  return { ...i18n, translations: { ...translations, ...words } }
}
