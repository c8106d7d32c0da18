import path from 'node:path'

import { z } from 'zod'

/** What a GraphQL request may not exceed, and the setting that says so. */
export const graphqlLimits = {
  /** Aliased fields; like all counts of a document with fragments counted each time they are spread. */
  aliases: { byDefault: 60, setting: 'QIAO_GRAPHQL_ALIASES' },
  /** Kilobytes of the body of a request. */
  body: { byDefault: 256, setting: 'QIAO_GRAPHQL_BODY' },
  /** What the answer is expected to hold; see `estimateCost`. */
  cost: { byDefault: 500_000, setting: 'QIAO_GRAPHQL_COST' },
  /** Levels of nested fields. */
  depth: { byDefault: 20, setting: 'QIAO_GRAPHQL_DEPTH' },
  directives: { byDefault: 50, setting: 'QIAO_GRAPHQL_DIRECTIVES' },
  fields: { byDefault: 2000, setting: 'QIAO_GRAPHQL_FIELDS' },
  /** Spreads of fragments. */
  fragments: { byDefault: 500, setting: 'QIAO_GRAPHQL_FRAGMENTS' },
  /** Levels of nested values, in variables and in arguments. */
  inputDepth: { byDefault: 64, setting: 'QIAO_GRAPHQL_INPUT_DEPTH' },
  /** Fields of the query itself: the questions that one request asks. */
  rootFields: { byDefault: 30, setting: 'QIAO_GRAPHQL_ROOT_FIELDS' },
  /** Seconds that a query may run. */
  timeout: { byDefault: 10, setting: 'QIAO_GRAPHQL_TIMEOUT' },
  /** Words and signs of a document. */
  tokens: { byDefault: 2000, setting: 'QIAO_GRAPHQL_TOKENS' },
} as const

export type GraphqlLimit = keyof typeof graphqlLimits

export type GraphqlSettings = {
  /** Absolute path of the file of trusted documents. */
  readonly documents?: string
  readonly limits: Readonly<Record<GraphqlLimit, number>>
  /** `persisted`: runs the documents of the file, and nothing else. */
  readonly mode: 'open' | 'persisted'
  /** Whether a client may send a document once and its hash from then on. */
  readonly persistedQueries: boolean
}

const wholeNumber = 'must be a whole number, 1 or more'

const limit = (byDefault: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/, wholeNumber)
    .transform(Number)
    .default(byDefault)

/** The variables that begin with QIAO_GRAPHQL, each with its check. */
export const graphqlVariables = {
  QIAO_GRAPHQL: z
    .enum(['open', 'persisted'], { error: 'must be open or persisted' })
    .default('open'),
  QIAO_GRAPHQL_ALIASES: limit(graphqlLimits.aliases.byDefault),
  QIAO_GRAPHQL_APQ: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  QIAO_GRAPHQL_BODY: limit(graphqlLimits.body.byDefault),
  QIAO_GRAPHQL_COST: limit(graphqlLimits.cost.byDefault),
  QIAO_GRAPHQL_DEPTH: limit(graphqlLimits.depth.byDefault),
  QIAO_GRAPHQL_DIRECTIVES: limit(graphqlLimits.directives.byDefault),
  QIAO_GRAPHQL_DOCUMENTS: z.string().optional(),
  QIAO_GRAPHQL_FIELDS: limit(graphqlLimits.fields.byDefault),
  QIAO_GRAPHQL_FRAGMENTS: limit(graphqlLimits.fragments.byDefault),
  QIAO_GRAPHQL_INPUT_DEPTH: limit(graphqlLimits.inputDepth.byDefault),
  QIAO_GRAPHQL_ROOT_FIELDS: limit(graphqlLimits.rootFields.byDefault),
  QIAO_GRAPHQL_TIMEOUT: limit(graphqlLimits.timeout.byDefault).refine(
    (seconds) => seconds <= 3600,
    'must be at most 3600 seconds',
  ),
  QIAO_GRAPHQL_TOKENS: limit(graphqlLimits.tokens.byDefault),
}

type Variables = z.infer<z.ZodObject<typeof graphqlVariables>>

/** What no variable can tell by itself: the mode that runs trusted documents only needs a file of them. */
export const graphqlProblem = (variables: Variables): string | undefined =>
  variables.QIAO_GRAPHQL === 'persisted' && !variables.QIAO_GRAPHQL_DOCUMENTS
    ? 'QIAO_GRAPHQL is persisted, so QIAO_GRAPHQL_DOCUMENTS must name the file of the documents that may be run.'
    : undefined

export const toGraphqlSettings = (variables: Variables): GraphqlSettings => {
  const limits = Object.entries(graphqlLimits).map(([name, { setting }]) => [
    name,
    variables[setting],
  ])
  return {
    ...(variables.QIAO_GRAPHQL_DOCUMENTS
      ? { documents: path.resolve(variables.QIAO_GRAPHQL_DOCUMENTS) }
      : {}),
    limits: Object.fromEntries(limits) as GraphqlSettings['limits'],
    mode: variables.QIAO_GRAPHQL,
    persistedQueries: variables.QIAO_GRAPHQL_APQ === 'on',
  }
}
