import { type ClientSession, mongo } from 'mongoose'

const longestMs = 20_000

/**
 * Commits the transaction of a session and ends the session. When the server's answer was lost the commit is sent
 * again, which is safe: a transaction is committed once.
 *
 * @throws whatever the commit failed with.
 */
export const commitSession = async (session: ClientSession): Promise<void> => {
  const until = performance.now() + longestMs
  try {
    for (;;) {
      try {
        await session.commitTransaction()
        return
      } catch (error) {
        if (!isAnswerLost(error) || performance.now() > until) {
          throw error
        }
      }
    }
  } finally {
    // The outcome is known; an error here has no meaning to the caller.
    await session.endSession().catch(() => undefined)
  }
}

const isAnswerLost = (error: unknown): boolean =>
  error instanceof mongo.MongoError &&
  error.hasErrorLabel('UnknownTransactionCommitResult') &&
  // The transaction ran out of time on the server (MaxTimeMSExpired): sending again cannot help.
  error.code !== 50
