import type { Payload, PayloadRequest } from 'payload'

import { type Progress, readProgress, writeProgress } from '../model/progress.ts'

type Asked = {
  collection: string
  payload: Payload
  req?: Pick<PayloadRequest, 'transactionID'>
}

export const fillKey = (collection: string): string => `fill/${collection}`

export const readFill = ({ collection, payload, req = {} }: Asked): Promise<null | Progress> =>
  readProgress({ key: fillKey(collection), payload, req })

/** Whether the register of a collection has been complete. Once it was, it stays so, and is not asked for again. */
export const isFilled = async ({ collection, payload, req = {} }: Asked): Promise<boolean> => {
  const known = filled.get(payload.db) ?? new Set<string>()
  filled.set(payload.db, known)
  if (known.has(collection)) return true
  const fill = await readFill({ collection, payload, req })
  if (fill?.isFilled) known.add(collection)
  return Boolean(fill?.isFilled)
}

const filled = new WeakMap<object, Set<string>>()

/** Lets the register of a collection be compared with all its documents, for nobody knows which were written. */
export const fillAgain = async ({ collection, payload, req = {} }: Asked): Promise<void> => {
  const known = await readFill({ collection, payload, req })
  await writeProgress({
    data: { after: null, stage: 'documents' },
    key: fillKey(collection),
    known,
    payload,
    req,
  })
}
