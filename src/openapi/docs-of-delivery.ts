import type { EndpointDoc } from './endpoint-doc.ts'
import { listOf, objectOf, type Schema } from './schema.ts'

const text: Schema = { type: 'string' }
const textOrNone: Schema = { type: ['string', 'null'] }
const count: Schema = { type: 'integer', minimum: 0 }
const counts: Schema = {
  type: 'object',
  additionalProperties: count,
  description: 'How many in each language.',
}

const redirect = objectOf(
  {
    collection: text,
    locale: text,
    slug: text,
    status: { type: 'integer', const: 301 },
    url: { ...textOrNone, description: 'Of the website’s page.' },
  },
  ['collection', 'locale', 'slug', 'status', 'url'],
)

const redirectOrNone: Schema = {
  anyOf: [redirect, { type: 'null' }],
  description: 'Where to go, for an old slug and for another language’s.',
}

const neighbour: Schema = {
  anyOf: [
    objectOf({ slug: textOrNone, title: textOrNone, url: textOrNone }, ['slug', 'title', 'url']),
    { type: 'null' },
  ],
}

const page = objectOf(
  {
    alternates: { type: 'object', additionalProperties: text },
    breadcrumbs: listOf(objectOf({ title: text, url: textOrNone }, ['title', 'url'])),
    canonical: textOrNone,
    collection: text,
    description: textOrNone,
    document: { type: 'object' },
    fallbacks: listOf(objectOf({ locale: text, path: text }, ['locale', 'path'])),
    id: text,
    image: { type: ['object', 'null'] },
    jsonLd: { type: 'object' },
    locale: text,
    modifiedAt: textOrNone,
    next: neighbour,
    openGraph: listOf({ type: 'object' }),
    previous: neighbour,
    publishedAt: textOrNone,
    title: textOrNone,
    twitter: listOf({ type: 'object' }),
  },
  ['canonical', 'collection', 'document', 'id', 'jsonLd', 'locale', 'title'],
)

/** What the plugin `delivery` adds to Payload's endpoints. */
export const docsOfDelivery: Record<string, EndpointDoc> = {
  'get /archive': {
    answer: objectOf(
      {
        locale: text,
        years: listOf(objectOf({ count, counts, year: { type: 'integer' } }, ['counts', 'year'])),
      },
      ['locale', 'years'],
    ),
    description: 'The newest year first. With `locale=all` there is no `count`.',
    summary: 'How many documents there are of each year',
  },
  'get /by-slug/:slug': {
    answer: objectOf({ doc: { type: ['object', 'null'] }, redirectTo: redirectOrNone }, [
      'doc',
      'redirectTo',
    ]),
    summary: 'One document by its slug, or where it has gone',
  },
  'get /delivery/:collection/:slug': {
    answer: {
      anyOf: [
        { allOf: [page, objectOf({ redirectTo: { type: 'null' } }, [])] },
        objectOf({ redirectTo: redirect }, ['redirectTo']),
      ],
    },
    description:
      'The content with HTML, addresses, search and sharing, breadcrumbs, neighbours and JSON-LD: `DeliveryDocument` of `@qiao/delivery`.',
    summary: 'All that the page of a document needs',
  },
  'get /facets': {
    answer: objectOf(
      {
        by: text,
        locale: text,
        values: listOf({ type: 'object', properties: { count, counts }, required: ['counts'] }),
      },
      ['by', 'locale', 'values'],
    ),
    description: 'The `value` is what a filter takes. With `locale=all` there is no `count`.',
    summary: 'How many documents there are of each topic, status, country …',
  },
}
