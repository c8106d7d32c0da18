import type { RequestHandler } from 'express'
import { type DocumentNode, parse, type ParseOptions } from 'graphql'
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import { createPayloadRequest, headersWithCors, type Payload } from 'payload'

import type { Env } from '../../env.ts'
import { settleLanguages } from '../asked-languages.ts'
import { HttpError } from '../http-error.ts'
import { assertQuery, parseQuery } from '../middleware/check-query.ts'
import { sendResponse } from '../send-response.ts'
import { planRequest, toFetchRequest } from '../to-fetch-request.ts'
import { createGraphqlSchema, type GraphqlContext, type PayloadSchema } from './graphql-schema.ts'
import type { GraphqlOptions } from './graphql-handler.ts'
import { limitDocument } from './limit-document.ts'
import { maskError } from './mask-error.ts'
import { refuseIntrospection } from './refuse-introspection.ts'

/** GraphQL over POST, and over GET for queries; with GraphiQL in development. */
export const createGraphqlHandler = ({ env, payload }: GraphqlOptions): RequestHandler => {
  const payloadSchema = createGraphqlSchema(payload.config)
  const yoga: YogaServerInstance<{ payloadContext: GraphqlContext }, GraphqlContext> = createYoga({
    batching: false,
    context: ({ payloadContext }: { payloadContext: GraphqlContext }) => payloadContext,
    cors: false,
    // The requests and answers of Node itself, so that nothing is converted on the way.
    fetchAPI: globalThis,
    graphiql: env.nodeEnv === 'development',
    graphqlEndpoint: '*',
    landingPage: false,
    logging: false,
    maskedErrors: { maskError: maskError(payload.logger) },
    multipart: false,
    parserAndValidationCache: false,
    plugins: [guardDocuments({ introspection: env.introspection, ...payloadSchema })],
    schema: payloadSchema.schema,
  })
  return async (req, res) => {
    if (req.body && !req.is('application/json')) {
      throw new HttpError(415, 'Send a GraphQL request as application/json.')
    }
    const plan = planRequest(req, env)
    const isForGraphiql = env.nodeEnv === 'development' && req.accepts('json', 'html') === 'html'
    if (plan.method === 'GET' && !plan.url.searchParams.get('query') && !isForGraphiql) {
      throw new HttpError(400, howToAsk)
    }
    if (settleLocale({ acceptLanguage: req.get('Accept-Language'), payload, url: plan.url })) {
      res.vary('Accept-Language')
    }
    const payloadContext = await createContext(
      payload,
      toFetchRequest({ ...plan, body: undefined }),
    )
    const response = await yoga.fetch(toFetchRequest(plan), { payloadContext })
    const { headers, req: payloadRequest } = payloadContext
    payloadRequest.responseHeaders?.forEach((value, name) => response.headers.append(name, value))
    for (const [name, value] of Object.entries(headers)) {
      response.headers.append(name, value)
    }
    headersWithCors({ headers: response.headers, req: payloadRequest })
    await sendResponse({ isHead: req.method === 'HEAD', res, response })
  }
}

const howToAsk =
  'There is no question here: POST {"query": "{ … }"} as application/json. The schema is the file src/generated/schema.graphql.'

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
const createContext = async (payload: Payload, request: Request): Promise<GraphqlContext> => {
  const req = await createPayloadRequest({ canSetHeaders: true, config: payload.config, request })
  const { fallbackLocale, locale } = req
  return { headers: {}, language: { fallbackLocale, locale }, req }
}

/** Refuses oversized documents before anything that takes longer than linear time looks at them. */
const guardDocuments = ({
  introspection,
  validationRules,
}: Pick<Env, 'introspection'> & Pick<PayloadSchema, 'validationRules'>): Plugin => ({
  onParse: ({ setParseFn }) => {
    setParseFn((source: string, options: ParseOptions) =>
      parse(source, { ...options, maxTokens: 2000 }),
    )
  },
  onValidate: ({ addValidationRule, context, params, setResult }) => {
    const problem = limitDocument(params.documentAST as DocumentNode)
    if (problem) {
      setResult([problem])
      return
    }
    const { variables } =
      (context as { params?: { variables?: Record<string, unknown> } }).params ?? {}
    validationRules(variables ?? {}).forEach(addValidationRule)
    if (!introspection) addValidationRule(refuseIntrospection)
  },
})
