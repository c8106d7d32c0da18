import { deepCopyObjectSimple, type Payload, type PayloadRequest } from 'payload'

import { withConflictRetry } from '../with-conflict-retry.ts'

/**
 * Lets each writing operation of the Local API repeat itself after a lost transaction, unless it is part of
 * the caller's transaction: then the caller repeats.
 */
export const retryLocalOperations = (payload: Payload): void => {
  if (wrapped.has(payload)) {
    return
  }
  wrapped.add(payload)
  // The operations differ in options and answers, which pass through unread except for `req` and `data`.
  const operations = payload as unknown as Record<
    string,
    ((options: LocalOptions) => Promise<unknown>) | undefined
  >
  for (const name of localOperations) {
    const inner = operations[name]?.bind(payload)
    if (inner) {
      operations[name] = (options) =>
        options.req?.transactionID
          ? inner(options)
          : withConflictRetry(() =>
              inner(
                options.data ? { ...options, data: deepCopyObjectSimple(options.data) } : options,
              ),
            )
    }
  }
}

type LocalOptions = { data?: Parameters<typeof deepCopyObjectSimple>[0]; req?: PayloadRequest }

const wrapped = new WeakSet<Payload>()

const localOperations = [
  'create',
  'delete',
  'duplicate',
  'forgotPassword',
  'login',
  'resetPassword',
  'restoreGlobalVersion',
  'restoreVersion',
  'unlock',
  'update',
  'updateGlobal',
  'verifyEmail',
]
