import { type Locale, locales } from '../../src/localization.ts'
import type { World } from './build-world.ts'
import type { DocumentPlan, Slug } from './plan.ts'
import { joins, relations, sharedToken, token } from './texts.ts'

/**
 * The language a question is asked in; `all` puts the published ones side by side, `zh>en` is Chinese with English in
 * its place where there is none.
 */
export type Asked = 'all' | 'en>zh' | 'zh>en' | Locale

/** A language, and the ones that are to stand in for it. */
export const askedWith = (locale: 'all' | Locale, fallback: unknown): Asked => {
  const other = locale === 'en' ? 'zh' : 'en'
  if (locale === 'all' || ![fallback].flat().includes(other)) return locale
  return locale === 'en' ? 'en>zh' : 'zh>en'
}

const languagesOf = (asked: Asked): readonly Locale[] =>
  asked === 'all' ? locales : (asked.split('>') as Locale[])

const isPublished = ({ states }: DocumentPlan, locale: Locale): boolean =>
  ['changed', 'published'].includes(states[locale])

/** The published languages of a document that may be in an answer, its own one first. */
export const shownIn = (plan: DocumentPlan, asked: Asked): Locale[] =>
  languagesOf(asked).filter((locale) => isPublished(plan, locale))

/** The whole of who may see what: a reader sees a language when it is published, in its published text. */
export const isVisible = (plan: DocumentPlan, asked: Asked): boolean =>
  shownIn(plan, asked).length > 0

/** The text of a field that is written in every language, or in Chinese alone. */
export const shownText = ({
  asked,
  isGap = false,
  plan,
}: {
  asked: Asked
  isGap?: boolean
  plan: DocumentPlan
}): string | undefined => {
  const locale = shownIn(plan, asked).find((each) => !isGap || each === 'zh')
  return locale && token(plan.number, `${locale}-published`)
}

/** The documents of a collection that exist for a reader. */
export const visiblePlans = ({
  asked,
  slug,
  world,
}: {
  asked: Asked
  slug?: Slug
  world: World
}): DocumentPlan[] =>
  world.plans.filter((plan) => isVisible(plan, asked) && (!slug || plan.collection === slug))

/** The tokens that may stand in an answer. */
export const visibleTokens = (world: World, asked: Asked): Set<string> =>
  new Set(
    visiblePlans({ asked, world }).flatMap((plan) => [
      sharedToken(plan.number, 'first'),
      ...tokensShown(plan, asked),
    ]),
  )

/** Of English, Chinese fills the gap that each has; of Chinese, English would find none. */
const tokensShown = (plan: DocumentPlan, asked: Asked): string[] => {
  const shown = shownIn(plan, asked)
  const inAnswer = asked === 'zh>en' ? shown.slice(0, 1) : shown
  return inAnswer.map((locale) => token(plan.number, `${locale}-published`))
}

/** The documents that a join of a document holds. */
export const joined = ({
  asked,
  name,
  plan,
  world,
}: {
  asked: Asked
  name: string
  plan: DocumentPlan
  world: World
}): string[] => {
  const from = joins[plan.collection]?.[name]
  if (!from || !relations[from][plan.collection]) return []
  return visiblePlans({ asked, slug: from, world })
    .filter(({ links }) => links.includes(plan.number))
    .map(({ number }) => world.ids[number]!)
}
