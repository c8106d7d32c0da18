import { mongo } from 'mongoose'

/** True when a transaction was aborted because another one was faster: all of it can be run again. */
export const isTransactionConflict = (error: unknown): boolean => {
  if (!(error instanceof Error)) {
    return false
  }
  return error instanceof mongo.MongoError
    ? error.code === writeConflict || error.hasErrorLabel('TransientTransactionError')
    : isTransactionConflict(error.cause)
}

const writeConflict = 112
