import type { Express } from 'express'

import request from 'supertest'
import { expect } from 'vitest'

import type { Locale } from '../../../src/localization.ts'

type Type = 'Award' | 'NewsBrief' | 'PartnerProfile' | 'Program' | 'Story'

/** Reads through GraphQL as somebody who is not signed in. */
export const createReader = ({
  app,
  ids,
}: {
  app: () => Express
  /** Of the documents, by `collection/key`. */
  ids: () => Map<string, string>
}) => {
  const ask = async ({ id, locale, query }: { id?: string; locale: Locale; query: string }) => {
    const variables = id ? '($id: String!, $locale: LocaleInputType)' : '($locale: LocaleInputType)'
    const { body } = await request(app())
      .post('/api/graphql')
      .send({ query: `query ${variables} ${query}`, variables: { id, locale } })
    expect(body.errors).toBeUndefined()
    return body.data
  }

  /** One document in one language. */
  const readOne = async (
    type: Type,
    { fields, key, locale }: { fields: string; key: string; locale: Locale },
  ) => {
    const id = ids().get(key)
    expect(id, key).toBeDefined()
    const query = `{ doc: ${type}(id: $id, locale: $locale) { ${fields} } }`
    return (await ask({ ...(id ? { id } : {}), locale, query })).doc
  }

  return { ask, readOne }
}

export type Reader = ReturnType<typeof createReader>
