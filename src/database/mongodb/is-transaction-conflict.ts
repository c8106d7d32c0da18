/** True when a transaction was aborted because another one was faster: all of it can be run again. */
export const isTransactionConflict = (error: unknown): boolean => {
  if (!(error instanceof Error)) {
    return false
  }
  const { code, errorLabels } = error as { code?: unknown; errorLabels?: unknown } & Error
  return (
    code === writeConflict ||
    (Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')) ||
    ('errorLabelSet' in error &&
      error.errorLabelSet instanceof Set &&
      error.errorLabelSet.has('TransientTransactionError')) ||
    isTransactionConflict(error.cause)
  )
}

const writeConflict = 112
