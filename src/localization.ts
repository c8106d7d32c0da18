import type { Config } from 'payload'

/** The languages content is written in. Neither is the main one. */
export const locales = ['en', 'zh'] as const

export type Locale = (typeof locales)[number]

/** A text in both languages of the admin UI: labels, descriptions, messages. */
export type Bilingual = Record<Locale, string>

/**
 * Payload asks for one default. It only decides which language a request without `locale` speaks;
 * no text is ever borrowed from it, because `fallback` is off.
 */
export const localization = {
  defaultLocale: 'en',
  // The publish button publishes the language on the screen; both at once is a second choice.
  defaultLocalePublishOption: 'active',
  fallback: false,
  locales: [
    { code: 'en', label: { en: 'English', zh: '英文' } },
    { code: 'zh', label: { en: 'Chinese', zh: '中文' } },
  ],
} satisfies Config['localization']

/** Picks the wording for the person behind a request: the language of their admin UI. */
export const inUsersLanguage = ({
  message,
  req,
}: {
  message: Bilingual
  req: { i18n?: { language?: string } }
}): string => (req.i18n?.language?.startsWith('zh') ? message.zh : message.en)
