import type { Payload, PayloadRequest } from 'payload'

import { randomUUID } from 'node:crypto'

import { type Progress, readProgress, writeProgress } from '../model/progress.ts'

type Req = Pick<PayloadRequest, 'transactionID'>

const key = 'order'

/** The end of the order of changes. */
export type Head = { epoch: string; forgotten: number; known: null | Progress; place: number }

export const readHead = async (payload: Payload, req: Req = {}): Promise<Head> => {
  const known = await readProgress({ key, payload, req })
  return {
    epoch: known?.epoch ?? randomUUID(),
    forgotten: known?.forgotten ?? 0,
    known,
    place: known?.place ?? 0,
  }
}

/** Names the order before anything is in it, so that a cursor of its beginning is one of this order. */
export const beginOrder = async (payload: Payload, req: Req): Promise<void> => {
  const head = await readHead(payload, req)
  if (!head.known) await writeHead({ head, payload, req })
}

/** Of two processes that give places at once, the database lets one through. */
export const writeHead = ({
  head: { epoch, forgotten, known, place },
  payload,
  req = {},
}: {
  head: Head
  payload: Payload
  req?: Req
}): Promise<void> => writeProgress({ data: { epoch, forgotten, place }, key, known, payload, req })
