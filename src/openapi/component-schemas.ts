import type { FlattenedField, SanitizedConfig } from 'payload'

import { fieldSchemas, type Shape } from './field-schemas.ts'
import { isPublicPart } from './is-public-part.ts'
import { listOf, objectOf, orNull, refTo, type Schema } from './schema.ts'
import { schemaName } from './schema-name.ts'

/** Every schema that answers and bodies are made of. */
export const componentSchemas = (
  config: SanitizedConfig,
  locales: readonly string[],
): Record<string, Schema> => ({
  ...fixed(locales),
  ...Object.fromEntries(
    keptIn(config).flatMap(({ fields, hasId, slug }) =>
      shapes.map((shape) => [
        schemaName(slug, shape),
        documentSchema({ fields, hasId, locales, shape }),
      ]),
    ),
  ),
})

const shapes = ['one', 'all', 'input'] as const

type Kept = { fields: FlattenedField[]; hasId: boolean; slug: string }

const keptIn = ({ collections, globals }: SanitizedConfig): Kept[] => [
  ...collections
    .filter(isPublicPart)
    .map((each) => ({ fields: each.flattenedFields, hasId: true, slug: each.slug })),
  ...globals.map((each) => ({ fields: each.flattenedFields, hasId: false, slug: each.slug })),
]

const documentSchema = ({
  fields,
  hasId,
  locales,
  shape,
}: {
  fields: FlattenedField[]
  hasId: boolean
  locales: readonly string[]
  shape: Shape
}): Schema => {
  const properties = fieldSchemas(fields, { locales, shape })
  if (shape === 'input') return objectOf(properties)
  return objectOf(
    {
      ...(hasId ? { id: { type: 'string' } } : {}),
      ...properties,
      _fallbacks: {
        ...listOf(objectOf({ locale: { type: 'string' }, path: { type: 'string' } })),
        description:
          'Fields that were empty and come in another language, where that was asked for.',
      },
      _locale: { type: ['string', 'null'], description: 'The language of the texts.' },
    },
    hasId ? ['id'] : [],
  )
}

/** A page of a list. */
export const pageOf = (docs: Schema): Schema =>
  objectOf(
    {
      docs: listOf(docs),
      hasNextPage: { type: 'boolean' },
      hasPrevPage: { type: 'boolean' },
      limit: { type: 'integer' },
      nextPage: { type: ['integer', 'null'] },
      page: { type: 'integer' },
      pagingCounter: { type: 'integer', description: 'The number of the first one, from 1.' },
      prevPage: { type: ['integer', 'null'] },
      totalDocs: { type: 'integer' },
      totalPages: { type: 'integer' },
    },
    ['docs', 'totalDocs'],
  )

const fixed = (locales: readonly string[]): Record<string, Schema> => ({
  Error: {
    ...objectOf(
      {
        errors: {
          ...listOf(
            objectOf(
              {
                code: { type: 'string', description: 'A word for programs.' },
                data: { description: 'With `errors`, the fields that are wrong.' },
                field: { type: 'string', description: 'The field or parameter that is wrong.' },
                message: { type: 'string', description: 'A sentence for people.' },
              },
              ['code', 'message'],
            ),
          ),
          minItems: 1,
        },
        requestId: { type: 'string', description: 'The `X-Request-Id` of the answer.' },
      },
      ['errors', 'requestId'],
    ),
    description: 'The one shape of every error.',
  },
  Join: objectOf({
    docs: listOf(orNull({ type: ['string', 'object'], description: 'An id, or the document.' })),
    hasNextPage: { type: 'boolean' },
    totalDocs: { type: 'integer', description: 'When `count` was asked for.' },
  }),
  LocaleStates: {
    ...objectOf(
      Object.fromEntries(locales.map((code) => [code, { type: 'string', enum: states }])),
    ),
    description: 'The state of each language.',
  },
  RichText: {
    ...objectOf({ root: { type: 'object' } }, ['root']),
    description: 'Rich text as Lexical keeps it.',
  },
  Schedule: objectOf(
    {
      action: { type: 'string', enum: ['publish', 'unpublish'] },
      at: { type: 'string', format: 'date-time' },
      id: { type: 'string' },
      locale: { type: 'string', enum: [...locales] },
      message: { type: ['string', 'null'], description: 'Why it failed.' },
      scheduledBy: { type: ['string', 'null'] },
      state: { type: 'string' },
    },
    ['id', 'locale'],
  ),
  Review: objectOf({
    locale: { type: 'string', enum: [...locales] },
    note: { type: ['string', 'null'] },
    submittedAt: { type: 'string', format: 'date-time' },
    submittedBy: { type: ['string', 'null'] },
  }),
  Warning: objectOf({
    locale: { type: 'string' },
    message: { type: 'string' },
    path: { type: 'string' },
  }),
  Version: objectOf(
    {
      createdAt: { type: 'string', format: 'date-time' },
      id: { type: 'string' },
      parent: { description: 'The document, or its id.' },
      updatedAt: { type: 'string', format: 'date-time' },
      version: { type: 'object', description: 'The document as it was.' },
    },
    ['id'],
  ),
  Deleted: objectOf({ doc: orNull({ type: 'object' }), message: { type: 'string' } }),
  Bulk: {
    ...objectOf({
      docs: listOf({ type: 'object' }),
      errors: listOf(objectOf({ id: { type: 'string' }, message: { type: 'string' } })),
      message: { type: 'string' },
    }),
    description: 'What was changed, and what could not be.',
  },
  Locales: {
    anyOf: [{ ...listOf({ type: 'string', enum: [...locales] }), minItems: 1 }, { const: 'all' }],
    description: 'Languages.',
  },
  Permissions: {
    type: 'object',
    description: 'What whoever asks may do; what is not named is not allowed.',
  },
  SignedIn: objectOf({
    exp: { type: 'integer', description: 'When the token ends, in seconds.' },
    message: { type: 'string' },
    token: { type: 'string' },
    user: orNull(refTo('Users')),
  }),
  Message: objectOf({ message: { type: 'string' } }, ['message']),
})

const states = ['not-started', 'draft', 'scheduled', 'published', 'changed']
