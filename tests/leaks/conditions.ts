import fc from 'fast-check'

import type { World } from './build-world.ts'
import { type Asked, shownText } from './model.ts'
import type { DocumentPlan, Slug } from './plan.ts'
import { gapOf, joins, relations, sharedToken, titleOf, token } from './texts.ts'

/** One comparison, and what a reader is due: which documents it finds, or that it is refused. */
export type Condition = {
  /** Whether it finds a visible document; left out where the model does not say. */
  finds?: (plan: DocumentPlan, asked: Asked) => boolean
  /** Compares what differs by language, and so is refused for all languages at once. */
  isLocalized?: boolean
  isRefused?: boolean
  operator: string
  path: string
  value: unknown
}

const tokens = (world: World): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat({ max: world.plans.length - 1 }),
      fc.constantFrom('en' as const, 'zh' as const),
      fc.constantFrom('internal', 'draft', 'published', 'changed', 'withdrawn', 'first', 'hidden'),
    )
    .map(([number, code, kind]) =>
      kind === 'first' || kind === 'hidden'
        ? sharedToken(number, kind)
        : token(number, `${code}-${kind as 'draft'}`),
    )

/** One comparison, on public fields or on hidden ones. */
export const condition = (world: World, slug: Slug): fc.Arbitrary<Condition> =>
  fc.oneof(
    { arbitrary: onText({ slug, world }), weight: 4 },
    { arbitrary: onOwn({ slug, world }), weight: 3 },
    { arbitrary: onHidden(world, slug), weight: 2 },
  )

/** What the schema lets through to Payload: it knows the fields, but not that readers may not name them. */
export const graphqlCondition = (world: World, slug: Slug): fc.Arbitrary<Condition> => {
  const hidden = fc.constantFrom<Omit<Condition, 'isRefused'>>(
    { operator: 'equals', path: 'localeStates.inEn', value: 'draft' },
    { operator: 'exists', path: 'localeStates.inZh', value: true },
    { operator: 'exists', path: 'lastSaved.by', value: true },
    { operator: 'equals', path: 'cover', value: { alt: { like: 'tok' } } },
    ...(['partner-profiles', 'programs'].includes(slug)
      ? [{ operator: 'contains', path: 'contacts.email', value: 'internal@qiao.example' }]
      : []),
  )
  return fc.oneof(
    {
      arbitrary: onText({ operators: ['equals', 'like', 'contains', 'not_equals'], slug, world }),
      weight: 4,
    },
    { arbitrary: onOwn({ isGraphql: true, slug, world }), weight: 3 },
    { arbitrary: hidden.map((each) => ({ ...each, isRefused: true })), weight: 1 },
  )
}

/** A visible text is the token of its language, so whatever is compared with it, the answer is known. */
const onText = ({
  operators = ['equals', 'like', 'contains', 'in', 'not_equals', 'exists'],
  slug,
  world,
}: {
  operators?: string[]
  slug: Slug
  world: World
}): fc.Arbitrary<Condition> =>
  fc
    .record({
      cut: fc.constantFrom(0, 3, 6),
      operator: fc.constantFrom(...operators),
      path: fc.oneof(
        fc
          .constantFrom(titleOf(slug), 'summary', 'seo.title', 'seo__description', ...gapOf(slug))
          .map((path) => ({ isGap: gapOf(slug).includes(path), isLocalized: true, path })),
        fc.constant({ isGap: false, isLocalized: false, path: 'sources.title' }),
      ),
      value: tokens(world),
    })
    .map(({ cut, operator, path: { isGap, isLocalized, path }, value: whole }) => {
      const value = ['contains', 'like'].includes(operator)
        ? whole.slice(0, whole.length - cut)
        : whole
      const sent: Record<string, unknown> = { exists: true, in: [value] }
      return {
        finds: (plan, asked) =>
          comparisons[operator]!(
            isLocalized ? shownText({ asked, isGap, plan }) : sharedToken(plan.number, 'first'),
            value,
          ),
        isLocalized,
        operator,
        path,
        value: sent[operator] ?? value,
      }
    })

const comparisons: Record<string, (text: string | undefined, value: string) => boolean> = {
  contains: (text, value) => text?.includes(value) ?? false,
  equals: (text, value) => text === value,
  exists: (text) => text !== undefined,
  in: (text, value) => text === value,
  like: (text, value) => text?.includes(value) ?? false,
  not_equals: (text, value) => text !== value,
}

/** The ids of documents and of what they refer to, and the status. */
const onOwn = ({
  isGraphql = false,
  slug,
  world,
}: {
  isGraphql?: boolean
  slug: Slug
  world: World
}): fc.Arbitrary<Condition> => {
  const numbers = fc.uniqueArray(fc.nat({ max: world.plans.length - 1 }), {
    maxLength: 6,
    minLength: 1,
  })
  // The schema has another form for a reference to one of several collections.
  const references = Object.entries(relations[slug]).filter(
    ([, field]) => !isGraphql || field !== 'recipient',
  )
  return fc.oneof(
    fc.tuple(numbers, fc.constantFrom('in', 'not_in')).map(([wanted, operator]): Condition => ({
      finds: ({ number }) => wanted.includes(number) === (operator === 'in'),
      operator,
      path: 'id',
      value: wanted.map((number) => world.ids[number]!),
    })),
    fc
      .tuple(numbers, fc.constantFrom(...references))
      .map(([wanted, [target, field]]): Condition => ({
        finds: ({ links }) =>
          links.some(
            (number) => wanted.includes(number) && world.plans[number]!.collection === target,
          ),
        operator: 'in',
        path:
          pathOf[field] ??
          (field === 'partners' && slug === 'programs' ? 'partners.partner' : field),
        value: wanted.map((number) => world.ids[number]!),
      })),
    fc.constantFrom('published', 'draft').map((value): Condition => ({
      finds: () => value === 'published',
      isLocalized: true,
      operator: 'equals',
      path: '_status',
      value,
    })),
    fc.constant<Condition>({
      operator: 'greater_than',
      path: 'updatedAt',
      value: '2020-01-01T00:00:00.000Z',
    }),
  )
}

const pathOf: Partial<Record<string, string>> = {
  networks: 'networks.network',
  participations: 'participations.partner',
  recipient: 'recipient.value',
}

/** What no reader may compare: other languages, other documents' texts, and what is hidden from readers. */
const onHidden = (world: World, slug: Slug): fc.Arbitrary<Condition> => {
  const title = titleOf(slug)
  const through = Object.entries(relations[slug]).map(
    ([target, field]) => `${pathOf[field] ?? field}.${titleOf(target as Slug)}`,
  )
  const named = fc
    .record({
      operator: fc.constantFrom('equals', 'like', 'contains', 'exists', 'not_equals', 'in'),
      path: fc.constantFrom(
        ...hiddenPaths,
        ...through,
        ...Object.keys(joins[slug] ?? {}),
        ...Object.keys(joins[slug] ?? {}).map((name) => `${name}.id`),
        `${title}.zh`,
        `${title}.en`,
        `${title}__zh`,
      ),
      value: tokens(world),
    })
    .map((each): Condition => ({ ...each, isRefused: true }))
  const nested = fc
    .record({
      path: fc.constantFrom(...Object.values(relations[slug]), ...Object.keys(joins[slug] ?? {})),
      value: tokens(world),
    })
    .map(({ path, value }): Condition => ({
      isRefused: true,
      operator: 'contains',
      path,
      value: { title: { like: value } },
    }))
  return fc.oneof({ arbitrary: named, weight: 4 }, { arbitrary: nested, weight: 2 })
}

export const hiddenPaths = [
  '__proto__.title',
  '_status.en',
  '_status.zh',
  'contacts.email',
  'contacts.name',
  'cover.alt',
  'lastSaved.by',
  'lastSaved.revision',
  'localeStates.inEn',
  'localeStates.inZh',
  'seo.title.zh',
  'sources.title.zh',
  'version.title',
]
