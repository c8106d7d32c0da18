import type { RequestHandler } from 'express'

import type { GraphqlSettings } from '../../graphql-settings.ts'
import { HttpError } from '../http-error.ts'
import { readBody } from '../middleware/read-body.ts'
import { limitRefusal } from './graphql-refusal.ts'

/** Reads the body of a GraphQL request, which is a document and its variables, and needs far less than a file. */
export const readGraphqlBody = ({
  limits: { body },
}: Pick<GraphqlSettings, 'limits'>): RequestHandler => {
  const read = readBody({ data: body * 1024, upload: body * 1024 })
  return async (req, res, next) => {
    try {
      await read(req, res, next)
    } catch (error) {
      const isTooLarge = error instanceof HttpError && error.status === 413
      throw isTooLarge ? tooLarge(body) : error
    }
  }
}

const tooLarge = (allowed: number) =>
  limitRefusal({
    allowed,
    limit: 'body',
    status: 413,
    what: `The body is larger than ${allowed} kB; kilobytes`,
  })
