import type { Express } from 'express'
import request from 'supertest'
import { expect } from 'vitest'

/** What GraphQL answers to a query that has to be right. */
export const askGraphql = async ({
  app,
  headers = {},
  query,
}: {
  app: Express
  headers?: Record<string, string>
  query: string
}) => {
  const { body } = await request(app).post('/api/graphql').set(headers).send({ query })
  expect(body.errors, query).toBeUndefined()
  return body.data
}
