import type { GraphQLField, GraphQLSchema } from 'graphql'
import {
  type CollectionSlug,
  findByIDOperation,
  findOneOperation,
  findOperation,
  type SanitizedConfig,
  type SanitizedGlobalConfig,
} from 'payload'

import { documentTypes, nameOfGlobal } from './document-types.ts'
import type { GraphqlContext } from './graphql-schema.ts'
import { openScope, type ReadScope, requestOf } from './read-scopes.ts'
import { type Content, selectOfQuery } from './select-of-query.ts'

type Args = Parameters<typeof openScope>[0]['asked'] & {
  id: string
  limit?: number
  page?: number
  pagination?: boolean
  select?: boolean
  sort?: string
  trash?: boolean
  where?: Parameters<typeof findOperation>[0]['where']
}

type RootField = GraphQLField<unknown, GraphqlContext, Args>

/**
 * Lists, documents and globals are read with the fields that the query asks for. Payload does so when it is told, and
 * then forgets all but one of several fragments and of fields that are named twice.
 */
export const readOnlyWhatIsAsked = (schema: GraphQLSchema, config: SanitizedConfig): void => {
  const roots = schema.getQueryType()?.getFields() ?? {}
  for (const { collection, names, type } of documentTypes(schema, config)) {
    const { [names.many]: many, [names.one]: one } = roots
    if (many) many.resolve = readList({ content: collection, slug: collection.slug, type })
    if (one) one.resolve = readOne({ content: collection, slug: collection.slug, type })
  }
  for (const global of config.globals) {
    const { [nameOfGlobal(global)]: field } = roots
    const type = schema.getType(nameOfGlobal(global))
    if (field && type && 'getInterfaces' in type && 'isTypeOf' in type)
      field.resolve = readGlobal({ global, type })
  }
}

type Target = { content: Content; slug: string; type: Parameters<typeof selectOfQuery>[0]['type'] }

type Resolve = NonNullable<RootField['resolve']>

const readList =
  ({ content, slug, type }: Target): Resolve =>
  (_source, args, context, info) => {
    const { limit, page, pagination, sort, trash, where } = args
    const scope = openScope({ asked: args, context, info })
    return findOperation({
      ...operationOf(scope, slug),
      limit,
      page,
      pagination,
      select: isWhole(args) ? undefined : selectOfQuery({ content, info, through: 'docs', type }),
      sort: sort ? sort.split(',') : undefined,
      trash,
      where,
    })
  }

const readOne =
  ({ content, slug, type }: Target): Resolve =>
  (_source, args, context, info) => {
    const scope = openScope({ asked: args, context, info })
    return findByIDOperation({
      ...operationOf(scope, slug),
      id: args.id,
      select: isWhole(args) ? undefined : selectOfQuery({ content, info, type }),
      trash: args.trash,
    })
  }

const readGlobal =
  ({ global, type }: { global: SanitizedGlobalConfig; type: Target['type'] }): Resolve =>
  (_source, args, context, info) => {
    const scope = openScope({ asked: args, context, info })
    return findOneOperation({
      depth: 0,
      draft: scope.draft,
      globalConfig: global,
      req: requestOf(scope),
      select: isWhole(args) ? undefined : selectOfQuery({ content: global, info, type }),
      slug: global.slug,
    })
  }

const isWhole = ({ select }: Args): boolean => select === false

const operationOf = (scope: ReadScope, slug: string) => {
  const req = requestOf(scope)
  const collection = req.payload.collections[slug as CollectionSlug]
  return { collection, depth: 0, draft: scope.draft, req }
}
