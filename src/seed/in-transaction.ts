import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { withConflictRetry } from '../database/index.ts'

/** Runs `work` as `user`, wholly or not at all: an interrupted seeding leaves no half document. */
export const inTransaction = <T>({
  payload,
  user,
  work,
}: {
  payload: Payload
  user: PayloadRequest['user']
  work: (req: PayloadRequest) => Promise<T>
}): Promise<T> =>
  withConflictRetry(async () => {
    const req = await createLocalReq(user ? { user } : {}, payload)
    await initTransaction(req)
    try {
      const result = await work(req)
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  })
