import { z } from 'zod'

import { publicCaps } from '../caps/public-caps.ts'
import type { Place } from './endpoint-at.ts'
import { parameterNames } from './parameter-names.ts'
import type { Schema } from './schema.ts'

/** The query parameters of an endpoint, those of `custom.query` by its zod object. */
export const queryParameters = (place: Place, locales: readonly string[]): Schema[] => {
  const own: unknown = place.endpoint.custom?.query
  const declared =
    own instanceof z.ZodObject
      ? (z.toJSONSchema(own, { io: 'input', unrepresentable: 'any' }) as {
          properties?: Record<string, Schema>
          required?: string[]
        })
      : {}
  const known = knownParameters(locales)
  const names = parameterNames(place) ?? parameterNames({ ...place, endpoint: plain(place) }) ?? []
  return names
    .filter((name) => !aliases.has(name))
    .map((name) => {
      const schema = declared.properties?.[name]
      if (schema) {
        const required = declared.required?.includes(name) ?? false
        return { in: 'query', name, required, schema }
      }
      return { in: 'query', name, ...(known[name] ?? { schema: { type: 'string' } }) }
    })
}

const plain = ({ endpoint }: Place): Place['endpoint'] => ({ ...endpoint, custom: { query: [] } })

/** Other names for what is told of once. */
const aliases = new Set(['fallback-locale', 'fallbackLocale'])

const deepObject = (description: string, schema: Schema = { type: 'object' }): Schema => ({
  description,
  explode: true,
  schema,
  style: 'deepObject',
})

const flag = (description: string): Schema => ({
  description,
  schema: { type: 'string', enum: ['true', 'false'] },
})

const text = (description: string): Schema => ({ description, schema: { type: 'string' } })

const number = (description: string, bounds: Schema): Schema => ({
  description,
  schema: { type: 'integer', ...bounds },
})

const operators = {
  contains: 'a part of a text, or one of several values',
  equals: 'the same',
  exists: 'true or false',
  greater_than: 'a number or date',
  greater_than_equal: 'a number or date',
  in: 'one of a list, with commas between',
  less_than: 'a number or date',
  less_than_equal: 'a number or date',
  like: 'each of some words',
  not_equals: 'not the same',
  not_in: 'none of a list',
  not_like: 'none of some words',
}

const condition: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(operators).map(([name, description]) => [name, { description }]),
  ),
}

const filter: Schema = {
  type: 'object',
  additionalProperties: condition,
  properties: {
    and: { type: 'array', items: { type: 'object' } },
    or: { type: 'array', items: { type: 'object' } },
  },
}

const knownParameters = (locales: readonly string[]): Record<string, Schema> => ({
  allSessions: flag('Of all devices.'),
  by: text('What to count by, such as `topic`.'),
  autosave: flag('Saved by the admin UI, by itself.'),
  data: text('JSON: data to read as if it were saved. For whoever may change the document.'),
  depth: number(
    `How many levels of documents come within documents, instead of their ids. Readers have up to ${publicCaps.depth}.`,
    { maximum: 10, minimum: 0 },
  ),
  draft: flag('The latest text, published or not. For whoever may read drafts.'),
  fallback: {
    description:
      'Another language for what is not published in the asked one. Never asked for silently.',
    schema: { type: 'string', enum: [...locales, 'none'] },
  },
  flattenLocales: flag('With `locale=all`: without it, as it is saved.'),
  joins: deepObject(
    `For each join: \`limit\` (readers up to ${publicCaps.joinLimit}), \`page\`, \`sort\`, \`where\`, \`count\`; or false.`,
  ),
  limit: number(`Documents of a page. Readers have up to ${publicCaps.limit}.`, {
    default: 10,
    maximum: publicCaps.limit,
    minimum: 1,
  }),
  locale: {
    description: 'The language of the texts; `all` gives the published ones side by side.',
    schema: { type: 'string', default: locales[0], enum: [...locales, 'all', '*', 'auto'] },
  },
  overrideLock: flag('Whether to go on although somebody is editing it.'),
  page: number('Which page, from 1.', { default: 1, minimum: 1 }),
  pagination: flag('`false`, with a limit: without counting them all.'),
  populate: deepObject(
    'For each collection, which fields of documents within: `populate[topics][title]=true`.',
  ),
  preview: text('The token of a preview link.'),
  select: deepObject('Which fields: `select[title]=true`; or which not: `select[body]=false`.'),
  sort: text(
    `A field, or several with commas between; with a minus, the other way round. Readers have up to ${publicCaps.sort}.`,
  ),
  trash: flag('What lies in the trash, too. For whoever may see it.'),
  where: deepObject(
    'A filter: `where[year][equals]=2017`, `where[or][0][kind][equals]=award`. Readers name the document’s own fields.',
    filter,
  ),
})
