import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

import type { Env } from '../../env.ts'

export type GraphqlOptions = {
  env: Env
  payload: Payload
}

/** Answers GraphQL; see `loadGraphql` for when its schema is made. */
export const graphqlHandler =
  (options: GraphqlOptions): RequestHandler =>
  async (req, res, next) => {
    const handle = await loadGraphql(options)
    await handle(req, res, next)
  }

/**
 * Makes the schema, once for each Payload. It takes about a second, so a start does not wait for it: the server makes
 * it when it listens, or when the first question comes.
 */
export const loadGraphql = (options: GraphqlOptions): Promise<RequestHandler> => {
  const known = handlers.get(options.payload)
  if (known) {
    return known
  }
  const handler = import('./create-graphql-handler.ts').then(({ createGraphqlHandler }) =>
    createGraphqlHandler(options),
  )
  handlers.set(options.payload, handler)
  return handler
}

const handlers = new WeakMap<Payload, Promise<RequestHandler>>()
