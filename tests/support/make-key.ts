import type { Express } from 'express'

import request from 'supertest'

export type KeyOptions = {
  collections?: string[]
  expiresAt?: string
  scope?: 'drafts' | 'published'
}

/** Makes an API key as an administrator does; answers with it and the headers its requests carry. */
export const makeKey = async ({
  admin,
  app,
  options,
}: {
  admin: { Authorization: string }
  app: Express
  options: KeyOptions
}): Promise<{ headers: { Authorization: string }; id: string; key: string }> => {
  const data = { name: 'Website', scope: 'published', ...options }
  const { body } = await request(app).post('/api/api-keys').set(admin).send(data).expect(201)
  const { id, key } = body.doc as { id: string; key: string }
  return { headers: { Authorization: `Bearer ${key}` }, id, key }
}
