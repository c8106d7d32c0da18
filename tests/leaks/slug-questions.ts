import fc from 'fast-check'
import { stringify } from 'qs-esm'

import { type Locale, locales } from '../../src/localization.ts'
import type { World } from './build-world.ts'
import { names } from './graphql-questions.ts'
import { isVisible } from './model.ts'
import { collections, type DocumentPlan, type Slug, type State } from './plan.ts'
import type { Request } from './questions.ts'
import { titleOf, token } from './texts.ts'

/** A document, or a page, is asked for by a slug. */
export type SlugQuestion = {
  door: 'graphql-page' | 'graphql-slug' | 'page' | 'slug'
  fallback: Locale | undefined
  locale: Locale
  /** What ought to change nothing. A page knows `draft` alone, and refuses what it does not know. */
  more: Record<string, unknown>
  slug: string
  target: Slug
}

/** What a reader is due: a document, another address, or nothing. */
export type Due =
  | { kind: 'doc'; locale: Locale; plan: DocumentPlan }
  | { kind: 'nothing' }
  | { kind: 'redirect'; locale: Locale; plan: DocumentPlan }

/** Slugs of every document in every language, in the states they were in and in others, in its own collection or another. */
export const slugQuestions = (world: World): fc.Arbitrary<SlugQuestion> =>
  fc
    .record({
      door: fc.constantFrom<SlugQuestion['door']>('graphql-page', 'graphql-slug', 'page', 'slug'),
      fallback: fc.constantFrom(undefined, ...locales),
      locale: fc.constantFrom(...locales),
      more: fc.constantFrom<Record<string, unknown>>(
        {},
        { draft: 'true' },
        { depth: 3, draft: 'true' },
        { populate: { 'partner-profiles': { contacts: 'true', name: 'true' } } },
        { depth: 2, select: { _status: 'false' } },
      ),
      slug: fc.oneof(
        { arbitrary: fc.constantFrom(...slugsOf(world)), weight: 6 },
        {
          arbitrary: fc
            .tuple(
              fc.nat({ max: world.plans.length }),
              fc.constantFrom(...locales),
              fc.constantFrom('changed', 'draft', 'internal', 'published', 'withdrawn'),
            )
            .map(([number, locale, kind]) => `tok-${number}-${locale}-${kind}`),
          weight: 1,
        },
      ),
      target: fc.constantFrom(...collections),
    })
    .chain((question) =>
      // Mostly where the document is.
      fc.constantFrom(question.target, ...Array(4).fill(homeOf(question, world))).map((target) => ({
        ...question,
        target: target as Slug,
      })),
    )

const homeOf = ({ slug, target }: SlugQuestion, world: World): Slug =>
  world.plans[Number(/^tok-(\d+)-/.exec(slug)?.[1])]?.collection ?? target

/** The slug of a document in a language: made of its first title there, and kept. */
const slugOf = ({ number, steps }: DocumentPlan, locale: Locale): string | undefined => {
  const first = steps.find((step) => step.locale === locale)
  return first && first.kind !== 'withdraw' ? token(number, `${locale}-${first.kind}`) : undefined
}

export const slugsOf = ({ plans }: World): string[] =>
  plans.flatMap((plan) => locales.flatMap((locale) => slugOf(plan, locale) ?? []))

const wasPublic: State[] = ['changed', 'published', 'withdrawn']

/** The whole rule: a slug leads to what is public in the language asked, or in the fallback, if it was public itself. */
export const dueOf = (
  { fallback, locale, slug, target }: Pick<SlugQuestion, 'fallback' | 'locale' | 'slug' | 'target'>,
  world: World,
): Due => {
  for (const plan of world.plans.filter(({ collection }) => collection === target)) {
    const own = locales.find((each) => slugOf(plan, each) === slug)
    if (!own) continue
    const readable = [locale, ...(fallback ? [fallback] : [])].find((each) => isVisible(plan, each))
    if (!readable || !wasPublic.includes(plan.states[own])) return { kind: 'nothing' }
    return { kind: readable === own ? 'doc' : 'redirect', locale: readable, plan }
  }
  return { kind: 'nothing' }
}

export const currentSlug = (plan: DocumentPlan, locale: Locale): string => slugOf(plan, locale)!

export const toSlugRequest = (question: SlugQuestion): Request => {
  const { door, fallback, locale, more, slug, target } = question
  const known = Object.entries(more).filter(([name]) => door === 'slug' || name === 'draft')
  const asked = { ...Object.fromEntries(known), fallback, locale }
  const search = stringify(asked, { skipNulls: true })
  if (door === 'slug') return { path: `/api/${target}/by-slug/${slug}?${search}` }
  if (door === 'page') return { path: `/api/delivery/${target}/${slug}?${search}` }
  const args = [
    `slug: "${slug}"`,
    `locale: ${locale}`,
    ...(fallback ? [`fallbackLocale: ${fallback}`] : []),
    ...(more.draft ? ['draft: true'] : []),
  ].join(', ')
  const redirect = 'redirectTo { collection locale slug url status }'
  const query =
    door === 'graphql-slug'
      ? `{ answer: ${names[target].one}BySlug(${args}) { ${redirect} doc { id ${titleOf(target)} summary slug } } }`
      : `{ answer: delivery(collection: ${target.replaceAll('-', '_')}, ${args}) { ${redirect} page {
          id locale title description canonical breadcrumbs { title url }
          alternates { hreflang url } publishedAt modifiedAt previous { title slug url }
          next { title slug url } image { alt url } openGraph { content property }
          twitter { content name } jsonLd document } } }`
  return {
    body: JSON.stringify({ query }),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
    path: '/api/graphql',
  }
}
