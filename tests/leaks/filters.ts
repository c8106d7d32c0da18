import fc from 'fast-check'

import type { World } from './build-world.ts'
import { type Condition, condition, graphqlCondition } from './conditions.ts'
import { type Asked, visiblePlans } from './model.ts'
import type { DocumentPlan, Slug } from './plan.ts'

export type Filter = { and: Filter[] } | { or: Filter[] } | Condition

/** Filters for a collection: on public fields with any token, on hidden ones, through relations, nested. */
export const filters = ({
  isGraphql = false,
  slug,
  world,
}: {
  isGraphql?: boolean
  slug: Slug
  world: World
}): fc.Arbitrary<Filter> => {
  const leaf = isGraphql ? graphqlCondition(world, slug) : condition(world, slug)
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', maxDepth: 2, withCrossShrink: true },
      { arbitrary: leaf, weight: 5 },
      {
        arbitrary: fc.record({ or: fc.array(tie('filter'), { maxLength: 3, minLength: 1 }) }),
        weight: 1,
      },
      {
        arbitrary: fc.record({ and: fc.array(tie('filter'), { maxLength: 3, minLength: 1 }) }),
        weight: 1,
      },
    ),
  }))
  return filter
}

/** The filter as REST and GraphQL take it. */
export const toWhere = (filter: Filter, isGraphql = false): Record<string, unknown> => {
  if ('and' in filter)
    return { [isGraphql ? 'AND' : 'and']: filter.and.map((each) => toWhere(each, isGraphql)) }
  if ('or' in filter)
    return { [isGraphql ? 'OR' : 'or']: filter.or.map((each) => toWhere(each, isGraphql)) }
  const path = isGraphql ? filter.path.replaceAll('.', '__') : filter.path
  return { [path]: { [filter.operator]: filter.value } }
}

export const isRefused = (filter: Filter, asked: Asked): boolean =>
  conditionsOf(filter).some(
    (each) => each.isRefused === true || (each.isLocalized === true && asked === 'all'),
  )

/** The ids that a reader finds, or nothing where the model does not say. */
export const findsOf = ({
  asked,
  filter,
  slug,
  world,
}: {
  asked: Asked
  filter: Filter | undefined
  slug: Slug
  world: World
}): string[] | undefined => {
  if (filter && conditionsOf(filter).some(({ finds }) => !finds)) return undefined
  return visiblePlans({ asked, slug, world })
    .filter((plan) => !filter || matches({ asked, filter, plan }))
    .map(({ number }) => world.ids[number]!)
}

const conditionsOf = (filter: Filter): Condition[] => {
  if ('and' in filter) return filter.and.flatMap(conditionsOf)
  return 'or' in filter ? filter.or.flatMap(conditionsOf) : [filter]
}

const matches = ({
  asked,
  filter,
  plan,
}: {
  asked: Asked
  filter: Filter
  plan: DocumentPlan
}): boolean => {
  if ('and' in filter) return filter.and.every((each) => matches({ asked, filter: each, plan }))
  if ('or' in filter) return filter.or.some((each) => matches({ asked, filter: each, plan }))
  return filter.finds?.(plan, asked) ?? false
}
