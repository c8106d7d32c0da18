import fc from 'fast-check'
import { stringify } from 'qs-esm'

import { type Locale, locales } from '../../src/localization.ts'
import type { World } from './build-world.ts'
import { type Filter, filters, toWhere } from './filters.ts'
import { aliasOf, type Fallback } from './graphql-aliases.ts'
import { collections, type Slug } from './plan.ts'
import { idsOf, type Request } from './questions.ts'
import { gapOf, joins, relations, titleOf } from './texts.ts'

/** One field of the root, under an alias that names the language it is asked in, see `aliasOf`: `in_zh_or_en_0`. */
type Root = {
  fallback: Fallback
  /** What is compared, when the whole collection is asked for. */
  filter?: Filter
  id?: string
  kind: 'access' | 'count' | 'list' | 'one' | 'version' | 'versions'
  locale: Locale
  slug: Slug
  text: string
  variables: Record<string, unknown>
}

export type GraphqlQuestion = { query: Record<string, string>; roots: Root[] }

/** What each collection is called in the schema. */
export const names: Record<Slug, { many: string; one: string }> = {
  awards: { many: 'Awards', one: 'Award' },
  'news-briefs': { many: 'NewsBriefs', one: 'NewsBrief' },
  'partner-profiles': { many: 'PartnerProfiles', one: 'PartnerProfile' },
  programs: { many: 'Programs', one: 'Program' },
  stories: { many: 'Stories', one: 'Story' },
}

/** Questions in GraphQL: one or two fields of the root, in one language or in both. */
export const graphqlQuestions = (world: World): fc.Arbitrary<GraphqlQuestion> =>
  fc.record({
    query: fc.constantFrom<Record<string, string>>(
      {},
      {},
      { locale: 'zh' },
      { draft: 'true', fallback: 'zh' },
      { depth: '3', fallbackLocale: 'en', trash: 'true' },
    ),
    roots: fc.array(root(world), { maxLength: 2, minLength: 1 }),
  })

export const toGraphqlRequest = ({ query, roots }: GraphqlQuestion): Request => {
  const fields = roots.map(
    (each, index) => `${aliasOfRoot(each, index)}: ${each.text.replaceAll('$', `$r${index}_`)}`,
  )
  const variables = roots.flatMap((each, index) =>
    Object.entries(each.variables).map(([name, value]) => ({
      name: `r${index}_${name}`,
      type: name.split('_of_')[1] ?? '',
      value,
    })),
  )
  const declared = variables.map(({ name, type }) => `$${name}: ${type}`).join(' ')
  return {
    body: JSON.stringify({
      query: `query ${declared ? `(${declared}) ` : ''}{ ${fields.join(' ')} }`,
      variables: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
    }),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
    path: `/api/graphql?${stringify(query)}`,
  }
}

export const aliasOfRoot = ({ fallback, locale }: Root, index: number): string =>
  aliasOf({ fallback, locale, name: String(index) })

const whereTypeOf = (slug: Slug): string => `${names[slug].one}_where`

const root = (world: World): fc.Arbitrary<Root> =>
  fc.constantFrom(...collections).chain((slug) =>
    fc
      .record({
        common: fc.constantFrom('', 'draft: true', 'trash: true', 'draft: true, trash: true'),
        fallback: fc.constantFrom<Fallback>('', '', 'en', 'zh', 'none'),
        filter: fc.option(filters({ isGraphql: true, slug, world }), { freq: 2, nil: undefined }),
        id: fc.constantFrom(...idsOf(world, slug), world.ids[0]!),
        kind: fc.constantFrom<Root['kind']>(
          'list',
          'list',
          'list',
          'one',
          'one',
          'count',
          'versions',
          'version',
          'access',
        ),
        locale: fc.constantFrom(...locales),
        selection: selection({ depth: 3, slug, world }),
        sort: fc.constantFrom(
          '',
          `sort: "${titleOf(slug)}"`,
          'sort: "-createdAt"',
          'sort: "localeStates.inZh"',
        ),
        isSelecting: fc.boolean(),
      })
      .map(
        ({
          common,
          fallback,
          filter,
          id,
          isSelecting,
          kind,
          locale,
          selection: chosen,
          sort,
        }): Root => {
          const { many, one } = names[slug]
          const isWhole = kind === 'list' || kind === 'count'
          const where =
            isWhole && filter ? { [`where_of_${whereTypeOf(slug)}`]: toWhere(filter, true) } : {}
          const args = (...parts: string[]) => `(${parts.filter(Boolean).join(', ')})`
          const language = `locale: ${locale}`
          const standIn = fallback && `fallbackLocale: ${fallback}`
          const condition = Object.keys(where).map((name) => `where: $${name}`)[0] ?? ''
          const fields = isSelecting ? 'select: true' : ''
          const texts: Record<Root['kind'], string> = {
            access: `docAccess${one}(id: "${id}") { read { permission } }`,
            count: `count${many}${args(language, condition, common)} { totalDocs }`,
            list: `${many}${args(language, 'limit: 0', condition, common, standIn, sort, fields)} { totalDocs docs { ${chosen.text} } }`,
            one: `${one}${args(language, `id: "${id}"`, common, standIn, fields)} { ${chosen.text} }`,
            version: `version${one}${args(language, `id: "${id}"`, standIn)} { version { ${titleOf(slug)} } }`,
            versions: `versions${many}${args(language, standIn)} { docs { version { ${titleOf(slug)} } } }`,
          }
          const isSelected = kind === 'list' || kind === 'one'
          return {
            fallback: ['count', 'access'].includes(kind) ? '' : fallback,
            filter: isWhole ? filter : undefined,
            id: kind === 'one' ? id : undefined,
            kind,
            locale,
            slug,
            text: texts[kind],
            variables: { ...where, ...(isSelected ? chosen.variables : {}) },
          }
        },
      ),
  )

type Selection = { text: string; variables: Record<string, unknown> }

const richTexts: Record<Slug, string> = {
  awards: 'citation',
  'news-briefs': 'body',
  'partner-profiles': 'description',
  programs: 'need',
  stories: 'body',
}

/** Fields of a document, among them those it refers to, in any language, and those that refer to it. */
const selection = ({
  depth,
  slug,
  world,
}: {
  depth: number
  slug: Slug
  world: World
}): fc.Arbitrary<Selection> => {
  const own = fc
    .subarray([
      'summary slug _status updatedAt createdAt publishedAt',
      'seo { title description }',
      'sources { title }',
      'localeStates { inEn inZh } lastSaved { revision by locale }',
      `${richTexts[slug]}(depth: 2)`,
      ...(slug === 'programs' || slug === 'partner-profiles' ? ['contacts { name email }'] : []),
    ])
    .map((parts) => ({
      text: ['id _locale _fallbacks { path locale }', titleOf(slug), ...gapOf(slug), ...parts].join(
        ' ',
      ),
      variables: {},
    }))
  if (depth === 0) return own
  const references = Object.entries(relations[slug]).map(([target, field]) =>
    reference({ depth, field, slug, target: target as Slug, world }),
  )
  const joined = Object.entries(joins[slug] ?? {}).map(([name, from]) =>
    join({ depth, from, name, world }),
  )
  return fc
    .tuple(
      own,
      ...[...references, ...joined].map((each) =>
        fc.option(each, { freq: 1, nil: { text: '', variables: {} } }),
      ),
    )
    .map((parts) => ({
      text: parts.map(({ text }) => text).join(' '),
      variables: Object.assign({}, ...parts.map(({ variables }) => variables as object)) as Record<
        string,
        unknown
      >,
    }))
}

/** How a reference is written: some lie in the rows of a list, one leads to several collections. */
const reference = ({
  depth,
  field,
  slug,
  target,
  world,
}: {
  depth: number
  field: string
  slug: Slug
  target: Slug
  world: World
}): fc.Arbitrary<Selection> =>
  fc
    .record({
      draft: fc.constantFrom('', 'draft: true'),
      fallback: fc.constantFrom<Fallback>('', '', 'en', 'zh', 'none'),
      inside: selection({ depth: depth - 1, slug: target, world }),
      locale: fc.constantFrom(undefined, ...locales),
    })
    .map(({ draft, fallback, inside, locale }) => {
      const standIn = fallback && `fallbackLocale: ${fallback}`
      const args = [draft, standIn, locale ? `locale: ${locale}` : ''].filter(Boolean).join(', ')
      const within: Partial<Record<string, string>> = {
        networks: 'network',
        participations: 'partner',
        ...(slug === 'programs' ? { partners: 'partner' } : {}),
      }
      const rowField = within[field]
      const name = rowField ?? field
      const alias = locale || fallback ? `${aliasOf({ fallback, locale, name })}: ` : ''
      const called = `${alias}${name}${args ? `(${args})` : ''}`
      const text =
        field === 'recipient'
          ? `${called} { relationTo value { ... on ${names[target].one} { ${inside.text} } } }`
          : `${called} { ${inside.text} }`
      return { text: rowField ? `${field} { ${text} }` : text, variables: inside.variables }
    })

const join = ({
  depth,
  from,
  name,
  world,
}: {
  depth: number
  from: Slug
  name: string
  world: World
}): fc.Arbitrary<Selection> =>
  fc
    .record({
      filter: fc.option(filters({ isGraphql: true, slug: from, world }), {
        freq: 1,
        nil: undefined,
      }),
      inside: selection({ depth: depth - 1, slug: from, world }),
      limit: fc.constantFrom('', 'limit: 2'),
      sort: fc.constantFrom('', `sort: "-${titleOf(from)}"`),
    })
    .map(({ filter, inside, limit, sort }) => {
      const variable = `${name}${depth}_of_${whereTypeOf(from)}`
      const args = [limit, sort, 'count: true', filter ? `where: $${variable}` : '']
      return {
        text: `${name}(${args.filter(Boolean).join(', ')}) { totalDocs docs { ${inside.text} } }`,
        variables: {
          ...inside.variables,
          ...(filter ? { [variable]: toWhere(filter, true) } : {}),
        },
      }
    })
