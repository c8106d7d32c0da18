/** Ends the process with the one sentence that says what went wrong and what to do. */
export const reportFailure = (error: unknown): void => {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`\n✖ ${message}\n`)
  if (error instanceof Error && !isExpected(error)) {
    process.stderr.write(`${error.stack ?? ''}\n`)
  }
  process.exit(1)
}

/** An error that speaks for itself needs no stack; one of a program does. */
const isExpected = (error: Error): boolean =>
  !(error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError)
