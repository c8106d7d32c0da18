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
