import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** Of each collection, an id and a slug that readers find. */
export type Samples = Record<string, { id: string; slug: string }>

type Document = { paths: Record<string, { get?: { parameters?: { name: string }[] } }> }

/** Every address that the OpenAPI document says can be read. */
export const restDoors = (document: Document, samples: Samples): string[] =>
  Object.entries(document.paths).flatMap(([path, { get }]) => {
    if (!get) return []
    const by = (get.parameters ?? []).some(({ name }) => name === 'by')
    const more = by ? '&by=kind' : ''
    return filled(path, samples).map((each) => `${each}?locale=en${more}`)
  })

/** An address with the placeholders of its path filled. */
const filled = (path: string, samples: Samples): string[] => {
  const [, , slug = ''] = path.split('/')
  const fill = (text: string, { id, slug: name }: Samples[string]) =>
    text.replace('{id}', id).replace('{slug}', encodeURIComponent(name))
  if (path.includes('{collection}'))
    return Object.entries(samples)
      .filter(([collection]) => !['media', 'topics'].includes(collection))
      .map(([collection, each]) => fill(path.replace('{collection}', collection), each))
  if (!path.includes('{')) return [path]
  const sample = samples[slug]
  return sample && !path.includes('{filename}') ? [fill(path, sample)] : []
}

/** Every field of the root of the GraphQL schema, asked for whatever lies two levels below it. */
export const graphqlDoors = (schema: string, samples: Samples): string[] =>
  Object.values(buildSchema(schema).getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const args = field.args.flatMap((arg) => argument({ arg, field, samples }) ?? [])
    if (
      field.args.some(
        (arg) => isNonNullType(arg.type) && !args.some((each) => each.startsWith(`${arg.name}:`)),
      )
    )
      return []
    const given = args.length > 0 ? `(${args.join(', ')})` : ''
    const query = `{ ${field.name}${given} ${selection(field, 2)} }`
    return [`/api/graphql?query=${encodeURIComponent(query)}`]
  })

const argument = ({
  arg: { name, type },
  field,
  samples,
}: {
  arg: GraphQLArgument
  field: GraphQLField<unknown, unknown>
  samples: Samples
}): string | undefined => {
  const singular = field.name.replace(/BySlug$/, '')
  const [collection, sample] =
    Object.entries(samples).find(([slug]) => plural(singular) === slug.replaceAll('-', '')) ?? []
  const kind = getNamedType(type)
  if (name === 'locale') return 'locale: en'
  if (name === 'limit') return 'limit: 4'
  if (name === 'id' && sample) return `id: "${sample.id}"`
  if (name === 'slug') return `slug: "${(sample ?? samples.programs)?.slug ?? ''}"`
  if (name === 'collection' && field.name === 'delivery') return 'collection: programs'
  if (name === 'by' && isEnumType(kind) && kind.getValue('kind')) return 'by: kind'
  return collection && name === 'collection' ? `collection: ${collection}` : undefined
}

const plural = (name: string): string => {
  const small = name.toLowerCase()
  return small === 'media' ? small : small.endsWith('y') ? `${small.slice(0, -1)}ies` : `${small}s`
}

const selection = (field: GraphQLField<unknown, unknown>, depth: number): string => {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return ''
  if (!isObjectType(type)) return '{ __typename }'
  const parts = Object.values(type.getFields()).flatMap((each) => {
    const inner = getNamedType(each.type)
    if (each.args.some((arg) => isNonNullType(arg.type))) return []
    if (isLeafType(inner)) return [each.name]
    return depth > 1 && isObjectType(inner) ? [`${each.name} ${selection(each, depth - 1)}`] : []
  })
  return `{ ${['__typename', ...parts].join(' ')} }`
}

/** Every address of feeds, calendars and sitemaps, by the names that are known. */
export const feedDoors = ({
  calendars,
  collections,
  groups,
  locales,
  slugOf,
}: {
  calendars: string[]
  collections: string[]
  groups: string[]
  locales: string[]
  slugOf: (group: string) => string
}): string[] => [
  '/robots.txt',
  '/sitemap.xml',
  ...locales.flatMap((locale) => [
    ...['atom', 'rss', 'json'].flatMap((format) => [
      ...['all', ...collections].map((name) => `/feeds/${locale}/${name}.${format}`),
      ...groups.map(
        (group) => `/feeds/${locale}/${group}/${encodeURIComponent(slugOf(group))}.${format}`,
      ),
    ]),
    ...calendars.map((name) => `/calendar/${locale}/${name}.ics`),
    ...collections.map((name) => `/sitemaps/${locale}/${name}/1.xml`),
  ]),
]
