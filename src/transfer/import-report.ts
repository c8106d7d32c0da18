/** A line that was not imported, and why. */
export type BadLine = { line: number; reason: string; where?: string }

export type ImportReport = {
  bad: BadLine[]
  /** What was written, by slug of collection or global. */
  counts: Record<string, number>
  /** What is wrong with the whole, in words. */
  faults: string[]
  /** Lines that an earlier run had imported. */
  skipped: number
  /** What the person should know besides. */
  notes: string[]
}

export type OnProgress = (state: { bytes: number; documents: number; failed: number }) => void

export const emptyReport = (): ImportReport => ({
  bad: [],
  counts: {},
  faults: [],
  notes: [],
  skipped: 0,
})

/** What went wrong in words, without the inner workings; of a document that did not pass the checks, field by field. */
export const reasonOf = (error: unknown): string => {
  const { cause, data } = (error ?? {}) as { cause?: unknown; data?: { errors?: unknown } }
  if (Array.isArray(data?.errors)) {
    const errors = data.errors as { message?: unknown; path?: unknown }[]
    return errors.map(({ message, path }) => `${String(path)}: ${String(message)}`).join('; ')
  }
  if (cause instanceof Error && /constraint|SQLITE/i.test(cause.message)) return cause.message
  return error instanceof Error ? error.message : String(error)
}
