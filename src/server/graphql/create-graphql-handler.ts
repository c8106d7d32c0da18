import type { RequestHandler } from 'express'
import { createYoga, type GraphQLParams, type Plugin } from 'graphql-yoga'
import { createPayloadRequest, type Payload } from 'payload'

import type { Env } from '../../env.ts'
import { settleLanguages } from '../asked-languages.ts'
import { HttpError } from '../http-error.ts'
import { assertQuery, parseQuery } from '../middleware/check-query.ts'
import { noteGraphqlErrors } from '../metrics/refusals.ts'
import { limitSignInMutations } from '../rate-limits/limit-sign-in-mutations.ts'
import { requestIdOf } from '../request-id-of.ts'
import { planRequest, toFetchRequest } from '../to-fetch-request.ts'
import { type AnswerContext, answerAsSpecified } from './answer-as-specified.ts'
import { capListArguments } from './cap-list-arguments.ts'
import { findDocuments } from './find-documents.ts'
import type { GraphqlOptions } from './graphql-handler.ts'
import { createGraphqlSchema, type GraphqlContext } from './graphql-schema.ts'
import { guardDocuments } from './guard-documents.ts'
import { keepPersistedQueries } from './keep-persisted-queries.ts'
import { limitInputs } from './limit-inputs.ts'
import { nameErrors } from './name-errors.ts'
import { negotiateAnswer } from './negotiate-answer.ts'
import { type GraphqlParams, howToAsk, readGraphqlRequest } from './read-graphql-request.ts'
import { rememberIntrospection } from './remember-introspection.ts'
import { sendGraphqlAnswer } from './send-graphql-answer.ts'
import { stopLateQueries } from './stop-late-queries.ts'
import { readTrustedDocuments, reportUnfitDocuments } from './trusted-documents.ts'

/** GraphQL over POST, and over GET for queries; with GraphiQL in development. */
export const createGraphqlHandler = ({ env, payload }: GraphqlOptions): RequestHandler => {
  const yoga = createQueryRunner({ env, payload })
  return async (req, res) => {
    res.vary('Accept')
    if (req.method === 'OPTIONS') {
      res.status(204).setHeader('Allow', 'GET, HEAD, POST, OPTIONS').end()
      return
    }
    const plan = planRequest(req, env)
    const isForGraphiql = env.nodeEnv === 'development' && req.accepts('json', 'html') === 'html'
    if (plan.method === 'GET' && !asksSomething(plan.url) && !isForGraphiql) {
      throw new HttpError(400, howToAsk)
    }
    const params = readGraphqlRequest(req, plan.url)
    const answerType = isForGraphiql ? 'application/json' : negotiateAnswer(req)
    assertInputs(params, env)
    const acceptLanguage = req.get('Accept-Language')
    const isNegotiated = settleLocale({ acceptLanguage, payload, url: plan.url })
    if (isNegotiated) res.vary('Accept-Language')
    const bare = { ...plan, body: undefined }
    const payloadContext = await createContext({
      isNegotiated,
      payload,
      request: toFetchRequest(bare),
    })
    const response = await yoga.fetch(toFetchRequest(bare), {
      answerType,
      onErrors: (codes) => noteGraphqlErrors(res, codes),
      params,
      payloadContext,
      requestId: requestIdOf(res),
    })
    const { headers, req: payloadRequest } = payloadContext
    payloadRequest.responseHeaders?.forEach((value, name) => response.headers.append(name, value))
    for (const [name, value] of Object.entries(headers)) {
      response.headers.append(name, value)
    }
    await sendGraphqlAnswer({ isHead: req.method === 'HEAD', res, response })
  }
}

type RunContext = AnswerContext & { params: GraphqlParams; payloadContext: GraphqlContext }

/** What happens to a question: the plugins, in their order. */
const createQueryRunner = ({ env, payload }: GraphqlOptions) => {
  const { schema } = createGraphqlSchema(payload.config)
  capListArguments(schema)
  limitSignInMutations(schema, env)
  const documents = readTrustedDocuments(env)
  reportUnfitDocuments({ documents, logger: payload.logger, schema })
  const { limits, mode, persistedQueries } = env.graphql
  return createYoga<RunContext, GraphqlContext>({
    batching: false,
    context: ({ payloadContext }: { payloadContext: GraphqlContext }) => payloadContext,
    cors: false,
    // The requests and answers of Node itself, so that nothing is converted on the way.
    fetchAPI: globalThis,
    graphiql: env.nodeEnv === 'development',
    graphqlEndpoint: '*',
    landingPage: false,
    logging: false,
    // The answer does it, which knows the name of the request.
    maskedErrors: false,
    multipart: false,
    parserAndValidationCache: false,
    plugins: [
      takeParams,
      findDocuments({ documents, mode, persistedQueries }),
      keepPersistedQueries(),
      guardDocuments({ env, schema }),
      nameErrors(),
      rememberIntrospection(),
      stopLateQueries({ payload, seconds: limits.timeout }),
      answerAsSpecified(payload.logger),
    ],
    schema,
  })
}

/** They are read and checked before anybody is signed in or any text is parsed. */
const takeParams: Plugin<object, RunContext> = {
  onRequestParse: ({ serverContext, setRequestParser }) => {
    setRequestParser(() => serverContext.params as GraphQLParams)
  },
}

const asksSomething = ({ searchParams }: URL): boolean =>
  ['query', 'extensions', 'documentId'].some((name) => searchParams.get(name))

/** @throws when the values that came along could do harm */
const assertInputs = (
  { extensions = {}, variables = {} }: GraphqlParams,
  { graphql }: Env,
): void => {
  const problem = limitInputs({ extensions, variables }, graphql.limits)
  if (problem) throw problem
}

/**
 * The language of fields that name none, from the address. Payload fails without one, and its types hold texts of one
 * language only.
 * @returns whether it was chosen by `Accept-Language`
 * @throws {HttpError} 400 when the language is unknown, or when it is all of them
 */
const settleLocale = ({
  acceptLanguage,
  payload,
  url,
}: {
  acceptLanguage: string | undefined
  payload: Payload
  url: URL
}): boolean => {
  const { localization } = payload.config
  if (!localization) return false
  const query = parseQuery(url.search)
  const rules = {
    defaultLocale: localization.defaultLocale,
    locales: localization.localeCodes,
  }
  assertQuery(query, rules)
  if (query.locale === 'all' || query.locale === '*') {
    throw new HttpError(400, 'GraphQL answers in one language; ask twice, with aliases.', {
      field: 'locale',
    })
  }
  return settleLanguages({ acceptLanguage, query, rules, url }).isNegotiated
}

/** The request as resolvers of Payload know it: signed in or not, with its language and its loader. */
const createContext = async ({
  isNegotiated,
  payload,
  request,
}: {
  isNegotiated: boolean
  payload: Payload
  request: Request
}): Promise<GraphqlContext> => {
  const req = await createPayloadRequest({ canSetHeaders: true, config: payload.config, request })
  const { fallbackLocale, locale } = req
  return { headers: {}, language: { fallbackLocale, isNegotiated, locale }, req }
}
