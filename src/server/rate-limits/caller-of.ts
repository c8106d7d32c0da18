import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Request } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { extractJWT, type Payload } from 'payload'

import { keyOfRequest } from '../key-of-request.ts'

/** Whose budget a request is taken from. */
export type Caller = { kind: 'client' | 'key'; name: string }

/** A key that holds, a person who is signed in, or else the address. */
export const callerOf = async (req: Request, payload: Payload): Promise<Caller> => {
  const found = await keyOfRequest(req, payload)
  if (found && 'apiKey' in found) return { kind: 'key', name: `key ${found.apiKey.id}` }
  const headers = new Headers()
  for (const name of ['authorization', 'cookie', 'origin', 'sec-fetch-site']) {
    const value = req.get(name)
    if (value) headers.set(name, value)
  }
  const person = personIn(extractJWT({ headers, payload }), payload.secret)
  return person
    ? { kind: 'key', name: `person ${person}` }
    : { kind: 'client', name: `address ${subnetOf(req.ip)}` }
}

/** An address; of IPv6 the net that one household or office is given. */
export const subnetOf = (address: string | undefined): string =>
  address ? ipKeyGenerator(address, 56) : 'unknown'

/**
 * The id in a token that was signed here and has not run out. Whether the session still lives is asked later, of the
 * database; to share a budget it is enough that nobody can make up a token.
 */
const personIn = (token: null | string, secret: string): string | undefined => {
  const [header = '', claims = '', signature = ''] = token?.split('.') ?? []
  const signed = createHmac('sha256', secret).update(`${header}.${claims}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== signed.length || !timingSafeEqual(given, signed)) return undefined
  const { exp, id } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
    exp?: number
    id?: string
  }
  return id && exp && exp * 1000 > Date.now() ? id : undefined
}
