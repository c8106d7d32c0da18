import type { Request } from 'express'
import type { Payload } from 'payload'

import { findKey } from '../../collections/api-keys/find-key.ts'
import { keyInHeader } from '../../collections/api-keys/key.ts'

type Found = Awaited<ReturnType<typeof findKey>>

/** The API key that a request carries, looked up once; nothing when it carries none. */
export const keyOfRequest = async (req: Request, payload: Payload): Promise<Found | undefined> => {
  const key = keyInHeader(req.get('Authorization'))
  if (!key) return undefined
  const found = keys.get(req) ?? findKey({ key, payload })
  keys.set(req, found)
  return found
}

const keys = new WeakMap<Request, Promise<Found>>()
