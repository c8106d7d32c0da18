import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql'
import {
  APIError,
  type JoinField,
  type SanitizedConfig,
  type SanitizedJoins,
  type Where,
} from 'payload'

import { documentLoader } from './document-loader.ts'
import { documentTypes } from './document-types.ts'
import type { GraphqlContext } from './graphql-schema.ts'
import { joinLoader, type JoinQuery } from './join-loader.ts'
import { openScope } from './read-scopes.ts'
import { type Content, selectOfQuery } from './select-of-query.ts'

/** How many documents a join gives at most. */
export const joinLimit = 100

/** How many documents a join gives when the query does not say. */
export const defaultJoinLimit = ({ defaultLimit }: Pick<JoinField, 'defaultLimit'>): number =>
  defaultLimit ?? 10

type Args = { count?: boolean; limit?: number; page?: number; sort?: string; where?: Where }

type Source = { _id?: number | string; id: number | string }

/**
 * Answers what refers to the documents of a list with one query for all of them, and one for what is asked of those
 * that refer; Payload asks once for each document, and for all that refer to it.
 */
export const batchJoins = (schema: GraphQLSchema, config: SanitizedConfig): void => {
  const types = documentTypes(schema, config)
  for (const { collection, type } of types) {
    for (const join of Object.values(collection.joins).flat()) {
      const field = type.getFields()[join.joinPath]
      const target = types.find((each) => each.collection.slug === join.field.collection)
      if (!field || !target) continue
      field.resolve = readJoin({
        content: target.collection,
        join,
        parent: collection.slug,
        slug: target.collection.slug,
        type: target.type,
      })
    }
  }
}

type Join = {
  content: Content
  join: SanitizedJoins[string][number]
  parent: string
  slug: string
  type: GraphQLObjectType
}

const readJoin =
  ({
    content,
    join,
    parent,
    slug,
    type,
  }: Join): NonNullable<GraphQLField<Source, GraphqlContext, Args>['resolve']> =>
  async (source, args, context, info) => {
    const query = queryOf({ args, join, parent, slug })
    const scope = openScope({ asked: {}, context, info })
    const { ids, ...page } = await joinLoader({ info, query, scope }).load(source._id ?? source.id)
    const select = selectOfQuery({ content, info, through: 'docs', type })
    const documents = await documentLoader({ collection: slug, scope, select }, info).loadMany(ids)
    const failure = documents.find((each) => each instanceof Error)
    if (failure) throw failure
    return { ...page, docs: documents.filter((each) => each !== null) }
  }

const queryOf = ({
  args: { count = false, limit, page = 1, sort, where },
  join: { field, targetField },
  parent,
  slug,
}: Pick<Join, 'join' | 'parent' | 'slug'> & { args: Args }): JoinQuery => {
  const wheres = [where, field.where].filter((each) => each !== undefined)
  const sorted = sort ?? field.defaultSort
  return {
    collection: slug,
    isCounted: count,
    limit: inRange({
      from: 0,
      name: 'limit',
      to: joinLimit,
      value: limit ?? defaultJoinLimit(field),
    }),
    on: field.on,
    page: inRange({ from: 1, name: 'page', to: Number.MAX_SAFE_INTEGER, value: page }),
    ...(Array.isArray(targetField.relationTo) ? { polymorphicTo: parent } : {}),
    ...(sorted ? { sort: typeof sorted === 'string' ? sorted.split(',') : sorted } : {}),
    ...(wheres.length > 0 ? { where: { and: wheres } } : {}),
  }
}

/** @throws APIError 400 when the caller asks for what is out of range */
const inRange = ({
  from,
  name,
  to,
  value,
}: {
  from: number
  name: string
  to: number
  value: number
}): number => {
  if (value >= from && value <= to) return value
  const range = to < Number.MAX_SAFE_INTEGER ? `between ${from} and ${to}` : `${from} or more`
  throw new APIError(
    `“${name}” is ${range} here; ask for what comes after with “page”.`,
    400,
    { code: 'QUERY_NOT_ALLOWED', field: name },
    true,
  )
}
