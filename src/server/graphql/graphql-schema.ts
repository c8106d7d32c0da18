import type { GraphQLFieldConfig, GraphQLSchema } from 'graphql'
import { APIError, deepCopyObject, type PayloadRequest, type SanitizedConfig } from 'payload'

import { withConflictRetry } from '../../database/with-conflict-retry.ts'
import { renderForReaders } from '../../delivery.ts'
import { addTranslations } from './add-translations.ts'
import { answerMissingPermissions } from './answer-missing-permissions.ts'
import { batchJoins } from './batch-joins.ts'
import { batchRelations } from './batch-relations.ts'
import { describeSchema } from './descriptions/describe-schema.ts'
import { guardAccessQueries } from './guard-access-queries.ts'
import { readOnlyWhatIsAsked } from './read-only-what-is-asked.ts'
import { separateReadScopes } from './read-scopes.ts'
import { withRichTextFields } from './rich-text-fields.ts'
import { schemaWithoutHiddenFields } from './schema-without-hidden-fields.ts'

/** What every resolver is given. */
export type GraphqlContext = {
  /** Headers that resolvers add to the answer, such as the cookie of a sign-in. */
  headers: Record<string, string>
  /** What the request asks for in its address, for fields that name no language. */
  language: Pick<PayloadRequest, 'fallbackLocale' | 'locale'> & {
    /** Whether the reader's browser has chosen the language. */
    isNegotiated?: boolean
  }
  req: PayloadRequest
}

/**
 * The schema of the config. Each mutation field that meets another write is run again by itself, because the
 * fields before it in the same document are already committed.
 */
export const createGraphqlSchema = (config: SanitizedConfig): { schema: GraphQLSchema } => {
  const { schema: stored } = schemaWithoutHiddenFields(config)
  const schema = withRichTextFields({ config, render: renderForReaders, schema: stored })
  guardAccessQueries(schema)
  answerMissingPermissions(schema)
  readOnlyWhatIsAsked(schema, config)
  batchRelations(schema, config)
  batchJoins(schema, config)
  addTranslations(schema, config)
  describeSchema(schema, config)
  separateReadScopes(schema)
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    retryConflicts(field)
    refuseKeys(field)
    refuseNegotiatedLanguage(field)
  }
  return { schema }
}

type Mutation = Pick<GraphQLFieldConfig<unknown, GraphqlContext>, 'resolve'>

/** Some mutations, such as those of preferences, ask only whether somebody is signed in. */
const refuseKeys = (field: Mutation) => {
  const { resolve } = field
  field.resolve = (source, args, context, info) => {
    if (context.req.user?.collection === 'api-keys') {
      throw new APIError('An API key only reads.', 403, { code: 'api-key-reads-only' }, true)
    }
    return resolve?.(source, args, context, info)
  }
}

/** What a browser prefers to read is not what somebody writes in. */
const refuseNegotiatedLanguage = (field: Mutation & { args: readonly { name: string }[] }) => {
  const { resolve } = field
  if (!field.args.some(({ name }) => name === 'locale')) return
  field.resolve = (source, args: { locale?: unknown }, context, info) => {
    if (context.language.isNegotiated && !args.locale) {
      const message = 'Name the language you write in; “auto” is for reading.'
      throw new APIError(message, 400, { field: 'locale' }, true)
    }
    return resolve?.(source, args, context, info)
  }
}

const retryConflicts = (field: Mutation) => {
  const { resolve } = field
  if (!resolve) {
    return
  }
  field.resolve = (source, args, context, info) =>
    // Operations change the data they are given, so each run has its own.
    withConflictRetry(async () => resolve(source, deepCopyObject(args), context, info))
}
