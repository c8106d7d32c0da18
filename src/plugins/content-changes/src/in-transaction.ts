import type { Payload, PayloadRequest } from 'payload'

/** Does all of the work or none of it, in a transaction of its own where the database has them. */
export const inTransaction = async <T>(
  payload: Payload,
  work: (req: Pick<PayloadRequest, 'transactionID'>) => Promise<T>,
): Promise<T> => {
  const id = await payload.db.beginTransaction()
  if (id === null) return work({})
  try {
    const result = await work({ transactionID: id })
    await payload.db.commitTransaction(id)
    return result
  } catch (error) {
    await payload.db.rollbackTransaction(id)
    throw error
  }
}
