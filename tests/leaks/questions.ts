import fc from 'fast-check'
import { stringify } from 'qs-esm'

import type { World } from './build-world.ts'
import { hiddenPaths } from './conditions.ts'
import { type Filter, filters, isRefused, toWhere } from './filters.ts'
import { knownTo, withoutNothing } from './known-parameters.ts'
import { type Asked, askedWith } from './model.ts'
import { collections, type Slug } from './plan.ts'
import { joins, relations, titleOf } from './texts.ts'

/** A request of a reader. */
export type Request = {
  body?: string
  headers?: Record<string, string>
  method?: string
  path: string
}

/** What is asked with REST, before it is written as a request. */
export type Question = {
  /** The language that is answered in. */
  asked: Asked
  door: 'by-id' | 'count' | 'global' | 'list' | 'version' | 'versions'
  filter?: Filter
  id?: string
  /** Whether its languages contradict each other. */
  isWrong?: boolean
  join?: JoinQuestion
  /** What counts of the query. */
  query: Record<string, unknown>
  /** The query as it is sent. @default query */
  sent?: Record<string, unknown>
  slug: Slug
  /** The query travels in the address, or in the body of a POST that says it is a GET. */
  travels: 'address' | 'form' | 'json'
}

export type JoinQuestion = {
  filter?: Filter
  from: Slug
  limit?: number
  name: string
  page?: number
  sort?: string
}

/** Questions of every kind that REST knows, reasonable and not. */
export const questions = (world: World): fc.Arbitrary<Question> =>
  fc.constantFrom(...collections).chain((slug) =>
    fc
      .record({
        door: fc.constantFrom(...doors),
        filter: fc.option(filters({ slug, world }), { freq: 3, nil: undefined }),
        id: fc.constantFrom(...idsOf(world, slug), world.ids[0]!),
        isWithoutJoins: fc.boolean(),
        join: joinQuestions(world, slug),
        locale: fc.constantFrom('en', 'zh', 'all', '*', undefined),
        options: options(slug),
        travels: fc.constantFrom(
          'address' as const,
          'address' as const,
          'form' as const,
          'json' as const,
        ),
      })
      .map(
        ({
          door,
          filter,
          id,
          isWithoutJoins,
          join,
          locale,
          options: chosen,
          travels,
        }): Question => {
          const { isContrary, value: fallback } = fallbackOf(chosen)
          const isAll = locale === 'all' || locale === '*'
          const isFiltered = door === 'list' || door === 'count' || door === 'versions'
          return {
            asked: askedWith(isAll ? 'all' : locale === 'zh' ? 'zh' : 'en', fallback),
            door,
            filter: isFiltered ? filter : undefined,
            isWrong: isContrary || (isAll && fallback !== undefined),
            id: door === 'by-id' || door === 'version' ? id : undefined,
            join: door === 'by-id' || door === 'list' ? join : undefined,
            query: knownTo(door, {
              ...chosen,
              joins: join ? joinQuery(join) : isWithoutJoins ? 'false' : undefined,
              locale,
              where: isFiltered && filter ? toWhere(filter) : undefined,
            }),
            slug,
            travels,
          }
        },
      )
      .map(asPayloadReads),
  )

/** Of a query that travels as JSON, Payload reads all for one document, and otherwise only the language. */
const asPayloadReads = (question: Question): Question => {
  const { door, query, travels } = question
  if (travels !== 'json' || door === 'by-id') return question
  return {
    ...question,
    filter: undefined,
    join: undefined,
    query: Object.fromEntries(languageNames.map((name) => [name, query[name]])),
    sent: query,
  }
}

const fallbackNames = ['fallback', 'fallback-locale', 'fallbackLocale']

const languageNames = ['locale', ...fallbackNames]

/** The fallback that is asked for by one name or another, and whether two of them say something else. */
const fallbackOf = (query: Record<string, unknown>): { isContrary: boolean; value: unknown } => {
  const given = fallbackNames.flatMap((name) => (query[name] === undefined ? [] : [query[name]]))
  const [first] = given
  return {
    isContrary: given.some(
      (each) => JSON.stringify([each].flat()) !== JSON.stringify([first].flat()),
    ),
    value: first === 'none' || first === 'null' ? undefined : first,
  }
}

/** The ids of a collection's documents, of all states. */
export const idsOf = (world: World, slug: Slug): string[] =>
  world.ids.filter((_, number) => world.plans[number]!.collection === slug)

const doors = [
  'list',
  'list',
  'list',
  'by-id',
  'by-id',
  'count',
  'versions',
  'version',
  'global',
] as const

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<undefined | Value> =>
  fc.option(value, { freq: 2, nil: undefined })

const rarely = { freq: 6, nil: undefined }

const options = (slug: Slug): fc.Arbitrary<Record<string, unknown>> =>
  fc.record({
    data: fc.option(fc.constant('{"summary":"mine"}'), { freq: 8, nil: undefined }),
    depth: maybe(fc.constantFrom(0, 1, 2, 3)),
    draft: maybe(fc.constantFrom('true', 'false')),
    flattenLocales: maybe(fc.constantFrom('true', 'false')),
    fallback: maybe(fc.constantFrom<unknown>('en', 'zh', ['zh', 'en'], 'none')),
    'fallback-locale': fc.option(fc.constantFrom('en', 'zh', 'none', 'null'), rarely),
    fallbackLocale: fc.option(fc.constantFrom<unknown>('en', 'zh', ['zh', 'en'], 'none'), rarely),
    limit: maybe(fc.constantFrom(500, 1, 3, 100)),
    page: maybe(fc.constantFrom(1, 2)),
    pagination: maybe(fc.constantFrom('true', 'false')),
    populate: maybe(
      fc.constantFrom<unknown>(
        { 'partner-profiles': { name: 'true' } },
        { media: { alt: 'true' }, programs: { title: 'true' } },
        { programs: { _status: 'false' } },
        { 'partner-profiles': { contacts: 'true', lastSaved: 'true', localeStates: 'true' } },
      ),
    ),
    select: maybe(
      fc.constantFrom<unknown>(
        { [titleOf(slug)]: 'true' },
        { _status: 'false' },
        { _status: 'false', summary: 'false' },
        { seo: { title: 'true' } },
        { lastSaved: 'true', localeStates: 'true' },
        { [titleOf(slug)]: { en: 'true', zh: 'true' } },
      ),
    ),
    sort: maybe(sorts(slug)),
    trash: maybe(fc.constant('true')),
  })

const sorts = (slug: Slug): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...publicSorts, ...localizedSorts(slug)), weight: 3 },
    { arbitrary: fc.constantFrom(...hiddenSorts(slug)), weight: 1 },
  )

const publicSorts = ['-createdAt', 'updatedAt', 'id', 'sources.title,-id']

const localizedSorts = (slug: Slug) => [
  titleOf(slug),
  `-${titleOf(slug)}`,
  'summary',
  '_status',
  'slug,-createdAt',
]

const hiddenSorts = (slug: Slug) => [
  `${titleOf(slug)}.zh`,
  `-${titleOf(slug)}.en`,
  `-${titleOf(slug)}__zh`,
  ...Object.entries(relations[slug]).map(
    ([target, field]) => `${field}.${titleOf(target as Slug)}`,
  ),
  ...Object.keys(joins[slug] ?? {}),
  ...hiddenPaths,
  `-createdAt,${hiddenPaths[9]}`,
]

/** Filters, orders and limits for the joins of a collection. */
const joinQuestions = (world: World, slug: Slug): fc.Arbitrary<JoinQuestion | undefined> => {
  const names = Object.entries(joins[slug] ?? {})
  if (names.length === 0) return fc.constant(undefined)
  const one = fc.constantFrom(...names).chain(([name, from]) =>
    fc.record({
      filter: maybe(filters({ slug: from, world })),
      from: fc.constant(from),
      limit: maybe(fc.constantFrom(100, 1, 5)),
      name: fc.constant(name),
      page: maybe(fc.constantFrom(1, 2)),
      sort: maybe(sorts(from)),
    }),
  )
  return fc.option(one, { freq: 2, nil: undefined })
}

const joinQuery = ({ filter, from: _, name, ...rest }: JoinQuestion) => ({
  [name]: withoutNothing({ ...rest, where: filter && toWhere(filter) }),
})

/** Whether the rules refuse the question: it compares or sorts by what no reader may compare. */
export const isQuestionRefused = ({
  asked,
  door,
  filter,
  isWrong = false,
  join,
  query,
  slug,
}: Question): boolean => {
  if (isWrong || door === 'global') return isWrong
  const isSorted = door === 'list' || door === 'versions'
  const { sort } = query as { sort?: string }
  return [
    filter !== undefined && isRefused(filter, asked),
    join?.filter !== undefined && isRefused(join.filter, asked),
    join !== undefined && isSortRefused({ asked, slug: join.from, sort: join.sort }),
    // One field only.
    join?.sort?.includes(',') === true,
    isSorted && isSortRefused({ asked, slug, sort }),
  ].includes(true)
}

const isSortRefused = ({ asked, slug, sort = '' }: { asked: Asked; slug: Slug; sort?: string }) =>
  hiddenSorts(slug).includes(sort) || (asked.length > 2 && localizedSorts(slug).includes(sort))

export const toRequest = ({
  door,
  id,
  query: counted,
  sent: query = counted,
  slug,
  travels,
}: Question): Request => {
  const paths: Record<Question['door'], string> = {
    'by-id': `/api/${slug}/${id}`,
    count: `/api/${slug}/count`,
    global: '/api/globals/organization',
    list: `/api/${slug}`,
    version: `/api/${slug}/versions/${id}`,
    versions: `/api/${slug}/versions`,
  }
  const path = paths[door]
  if (travels === 'address') return { path: `${path}?${stringify(query)}` }
  const isJson = travels === 'json'
  return {
    body: isJson ? JSON.stringify(query) : stringify(query),
    headers: {
      'Content-Type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      'X-HTTP-Method-Override': 'GET',
    },
    method: 'POST',
    path,
  }
}
