import type { Payload, PayloadRequest, TypeWithID } from 'payload'

import { headSlug } from '../model/slugs.ts'
import { firstHash } from './hash-entry.ts'

export type Head = { hash: string; id: null | number | string; seq: number }

/** The end of the chain as the database remembers it. */
export const readHead = async (payload: Payload, req?: Partial<PayloadRequest>): Promise<Head> => {
  const found = await payload.db.findOne<Omit<Head, 'id'> & TypeWithID>({
    collection: headSlug,
    ...(req ? { req } : {}),
    where: { key: { equals: 'head' } },
  })
  return found
    ? { hash: found.hash, id: found.id, seq: found.seq }
    : { hash: firstHash, id: null, seq: 0 }
}

/** Of two processes that do this at once, the database lets one through. */
export const writeHead = async ({
  head: { hash, id, seq },
  payload,
  req,
}: {
  head: Head
  payload: Payload
  req: Partial<PayloadRequest>
}): Promise<void> => {
  const data = { hash, key: 'head', seq }
  if (id === null) await payload.db.create({ collection: headSlug, data, req })
  else await payload.db.updateOne({ collection: headSlug, data, id, req, returning: false })
}
