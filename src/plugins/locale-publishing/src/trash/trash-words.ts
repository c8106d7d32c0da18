import type { Config } from 'payload'

/** Payload says that documents come back as drafts; these come back as they were. */
export const withTrashWords = (i18n: Config['i18n']): Config['i18n'] => {
  const given = (i18n?.translations ?? {}) as Partial<Record<string, { general?: object }>>
  const translations = Object.fromEntries(
    Object.entries(words).map(([language, general]) => [
      language,
      { ...given[language], general: { ...general, ...given[language]?.general } },
    ]),
  )
  return { ...i18n, translations: { ...given, ...translations } }
}

const words = {
  en: {
    aboutToRestoreAsDraft:
      'You are about to restore the {{label}} <1>{{title}}</1> with all languages as they were. Are you sure?',
    aboutToRestoreAsDraftCount:
      'You are about to restore {{count}} {{label}} with all languages as they were',
  },
  zh: {
    aboutToRestoreAsDraft:
      '即将恢复{{label}}“<1>{{title}}</1>”，各语言的内容和发布状态保持原样。确定吗？',
    aboutToRestoreAsDraftCount: '即将恢复 {{count}} 个{{label}}，各语言的内容和发布状态保持原样',
  },
}
