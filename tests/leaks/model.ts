import { type Locale, locales } from '../../src/localization.ts'
import type { World } from './build-world.ts'
import type { DocumentPlan, Slug } from './plan.ts'
import { joins, relations, sharedToken, token } from './texts.ts'

/** The language a question is asked in; `all` puts the published ones side by side. */
export type Asked = 'all' | Locale

/** The whole of who may see what: a reader sees a language when it is published, in its published text. */
export const isVisible = ({ states }: DocumentPlan, asked: Asked): boolean =>
  (asked === 'all' ? locales : [asked]).some((locale) =>
    ['changed', 'published'].includes(states[locale]),
  )

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
      ...(asked === 'all' ? locales : [asked])
        .filter((locale) => isVisible(plan, locale))
        .map((locale) => token(plan.number, `${locale}-published`)),
    ]),
  )

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
