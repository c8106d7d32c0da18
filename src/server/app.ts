import { feedPaths } from '@qiao/feeds'
import express, { type Express, type RequestHandler } from 'express'
import type { Payload } from 'payload'

import { env as processEnv, type Env } from '../env.ts'
import type { LanguageRules } from './asked-languages.ts'
import { graphqlHandler } from './graphql/graphql-handler.ts'
import { readGraphqlBody } from './graphql/read-graphql-body.ts'
import { respondToGraphqlErrors } from './graphql/respond-to-graphql-errors.ts'
import { allowOrigins } from './middleware/allow-origins.ts'
import { assignRequestId } from './middleware/assign-request-id.ts'
import { checkAddress } from './middleware/check-address.ts'
import { checkApiKey } from './middleware/check-api-key.ts'
import { checkBody } from './middleware/check-body.ts'
import { checkMethod } from './middleware/check-method.ts'
import { checkJson } from './middleware/check-json.ts'
import { checkParameterNames } from './middleware/check-parameter-names.ts'
import { checkQuery } from './middleware/check-query.ts'
import { logRequests } from './middleware/log-requests.ts'
import { readBody } from './middleware/read-body.ts'
import { reportHealth } from './middleware/report-health.ts'
import { respondNotFound, respondToErrors } from './middleware/respond-to-errors.ts'
import { setSecurityHeaders } from './middleware/set-security-headers.ts'
import { tellClientAddress } from './middleware/tell-client-address.ts'
import { createMetrics, type Metrics } from './metrics/create-metrics.ts'
import { serveMetrics } from './metrics/serve-metrics.ts'
import { payloadHandler } from './payload-handler.ts'
import { cacheKeys } from './read-cache/cache-key.ts'
import { noteCache } from './read-cache/cache-stats.ts'
import { createReadCache } from './read-cache/read-cache.ts'
import { rememberAnswers } from './read-cache/remember-answers.ts'
import { serveFeeds } from './serve-feeds.ts'
import { serveOpenapi } from './serve-openapi.ts'
import { limitRequests } from './rate-limits/limit-requests.ts'
import { limitSignIns } from './rate-limits/limit-sign-ins.ts'

export type AppOptions = {
  /** Serves `/admin`; left out, there is no admin UI. */
  admin?: RequestHandler
  /** @default the settings of this process */
  env?: Env
  /** Counts what is asked. @default new ones where the settings give a token for them, else none */
  metrics?: Metrics | undefined
  payload: Payload
}

/** The server, from top to bottom the path of a request. It does not listen. */
export const createApp = ({
  admin,
  env = processEnv,
  payload,
  metrics = env.metrics.token ? createMetrics({ payload }) : undefined,
}: AppOptions): Express => {
  const app = express()
  const { logger } = payload
  const rules = queryRules(payload)
  const api = payload.config.routes.api
  const cache = createReadCache({ env, payload })
  const keys = cacheKeys({ env, payload, rules })
  const graphql = `${api}${payload.config.routes.graphQL}`

  noteCache(app, cache)
  metrics?.observeCache(cache.stats)
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', env.trustProxy)

  if (metrics) app.use(metrics.recordRequests)
  app.use(assignRequestId)
  app.use(logRequests(logger))
  app.use(setSecurityHeaders(env))
  app.use(checkMethod)
  app.use('/health', reportHealth(payload))
  if (metrics && env.metrics.token) app.all('/metrics', serveMetrics(metrics, env.metrics))
  app.use([api, ...feedPaths], allowOrigins(env))
  app.use([api, ...feedPaths], rememberAnswers({ cache, env, keyOf: keys.ofAddress }))
  app.use(tellClientAddress)
  app.use([api, ...feedPaths, payload.config.routes.admin], limitRequests({ env, payload }))
  app.use(feedPaths, serveFeeds(payload))
  app.use(api, checkApiKey(payload))
  app.use(graphql, readGraphqlBody(env.graphql))
  app.use(graphql, rememberAnswers({ cache, env, keyOf: keys.ofPost }))
  app.use(graphql, graphqlHandler({ env, payload }))
  app.use(graphql, respondToGraphqlErrors(logger))
  app.use(api, readBody({ upload: uploadLimit(payload) }))
  app.use(api, checkJson, limitSignIns({ env, payload }))
  app.use(api, serveOpenapi(payload))
  app.use(
    api,
    checkAddress(payload),
    checkParameterNames(payload),
    checkQuery(rules),
    checkBody,
    payloadHandler({ env, payload, rules }),
  )
  // Browsers ask by themselves; the admin UI's pages name their own icons.
  app.get('/favicon.ico', (_req, res) => void res.status(204).end())
  if (admin) {
    app.get('/', (_req, res) => res.redirect(payload.config.routes.admin))
    app.use(admin)
  }
  app.use(respondNotFound)
  app.use(respondToErrors(logger))
  return app
}

function queryRules({ config }: Payload): LanguageRules {
  const { localization } = config
  if (!localization) {
    throw new Error('The config has no localization; this server needs at least one language.')
  }
  return { defaultLocale: localization.defaultLocale, locales: localization.localeCodes }
}

/** The largest file that an upload may hold, and a megabyte for the fields around it. */
function uploadLimit({ config }: Payload): number {
  return (config.upload.limits?.fileSize ?? 20 * 1024 * 1024) + 1024 * 1024
}
