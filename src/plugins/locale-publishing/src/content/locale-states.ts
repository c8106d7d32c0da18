import { type Content, type ContentField, isContent } from './content-field.ts'
import { hasText } from './has-text.ts'

/**
 * How far one language of a document is:
 * - `not-started`: nothing was written in it;
 * - `draft`: written, and not public;
 * - `published`: public, as it was last saved;
 * - `changed`: public, and saved since without being published;
 * - `scheduled`: a draft, or changed, and due to be published at a time that was set.
 */
export type LocaleState = 'changed' | 'draft' | 'not-started' | 'published' | 'scheduled'

/** The state of each language, from what readers see and what was saved last. */
export const localeStates = ({
  fields,
  latest,
  locales,
  published,
  scheduled = new Set(),
}: {
  fields: readonly ContentField[]
  latest: Content
  locales: readonly string[]
  /** The document as readers may see it, with all its languages. */
  published: Content
  /** Languages that are due to be published. @default none */
  scheduled?: ReadonlySet<string>
}): Record<string, LocaleState> =>
  Object.fromEntries(
    locales.map((locale) => {
      if (statusOf(published, locale) === 'published') {
        if (statusOf(latest, locale) === 'published') return [locale, 'published']
        return [locale, scheduled.has(locale) ? 'scheduled' : 'changed']
      }
      if (!hasText({ fields, locale, part: latest })) return [locale, 'not-started']
      return [locale, scheduled.has(locale) ? 'scheduled' : 'draft']
    }),
  )

/** The status Payload keeps for one language. */
export const statusOf = ({ _status }: Content, locale: string): unknown =>
  isContent(_status) ? _status[locale] : undefined

/**
 * The states under the names they are stored by, `inEn` or `inZhHans`: a name that is itself a language's code is taken
 * by Payload for that language of a localized field.
 */
export const storedStates = (states: Record<string, LocaleState>): Record<string, LocaleState> =>
  Object.fromEntries(Object.entries(states).map(([locale, state]) => [storedName(locale), state]))

export const storedName = (locale: string): string =>
  `in-${locale}`.replace(/[^a-z0-9]+([a-z0-9])/gi, (_, next: string) => next.toUpperCase())
