import type { Locale } from '../../src/localization.ts'

export type Fallback = '' | 'en' | 'none' | 'zh'

/** What is below a field is in its language, and with its fallback, until a field below names another one. */
export const aliasOf = ({
  fallback,
  locale,
  name,
}: {
  fallback: Fallback
  locale: Locale | undefined
  name: string
}): string => `in_${locale ?? 'same'}_${fallback ? `or_${fallback}_` : ''}${name}`

/** The languages in which a part of an answer is. */
export type Languages = { fallback: Fallback; locale: Locale }

/** The languages of what an alias stands for, within what is asked in others. */
export const languagesOfAlias = (alias: string, around: Languages): Languages => {
  const [, locale, fallback] = /^in_(en|zh|same)_(?:or_(en|zh|none)_)?/.exec(alias) ?? []
  return {
    fallback: (fallback as Fallback | undefined) ?? around.fallback,
    locale: locale === undefined || locale === 'same' ? around.locale : (locale as Locale),
  }
}
