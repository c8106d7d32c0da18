/** A request that is refused before it reaches Payload. The message is for the caller. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly code: string | undefined
  readonly field: string | undefined
  readonly status: number

  constructor(status: number, message: string, details: { code?: string; field?: string } = {}) {
    super(message)
    this.status = status
    this.code = details.code
    this.field = details.field
  }
}

/** An error as the refusal that it is; nothing for one that nobody has foreseen. A broken escape ends as a URIError. */
export const asRefusal = (error: unknown): HttpError | undefined => {
  if (error instanceof HttpError) return error
  return error instanceof URIError
    ? new HttpError(400, 'The address has a broken percent escape.')
    : undefined
}
