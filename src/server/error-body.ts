/** One entry of the error list. `data.errors` holds the fields that are wrong, as Payload's admin client reads them. */
export type ErrorEntry = {
  /** A word for programs, stable across languages. */
  code: string
  data?: unknown
  /** Path of the field that is wrong, when it is exactly one. */
  field?: string
  /** A sentence for people. */
  message: string
  name?: string
}

/** The one shape of every error answer. */
export type ErrorBody = {
  errors: ErrorEntry[]
  requestId: string
}

/** The stable word that belongs to an HTTP status. */
export const codeOfStatus = (status: number): string =>
  codes[status] ?? (status >= 500 ? 'internal' : 'bad-request')

/**
 * Brings an error body of Payload into the one shape. What Payload's own admin client reads
 * (`message`, `errors[].data.errors[]`, the lists of a bulk operation) stays where it is.
 */
export const toErrorBody = ({
  body,
  requestId,
  status,
}: {
  body: unknown
  requestId: string
  status: number
}): ErrorBody & Record<string, unknown> => {
  const known = isRecord(body) ? body : {}
  const listed = Array.isArray(known.errors) ? known.errors.filter(isRecord) : []
  const errors = listed.length > 0 ? listed : [{ message: known.message ?? known.error }]
  return { ...known, errors: errors.map((entry) => toEntry(entry, status)), requestId }
}

function toEntry(entry: Record<string, unknown>, status: number): ErrorEntry {
  const data = isRecord(entry.data) ? entry.data : {}
  const fields = Array.isArray(data.errors) ? data.errors.filter(isRecord) : []
  const field = entry.field ?? data.field ?? (fields.length === 1 ? fields[0]?.path : undefined)
  const code = entry.code ?? data.code ?? (fields.length > 0 ? 'invalid' : codeOfStatus(status))
  return {
    ...entry,
    code: typeof code === 'string' ? code : codeOfStatus(status),
    ...(typeof field === 'string' ? { field } : {}),
    message: typeof entry.message === 'string' ? entry.message : 'Something went wrong.',
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const codes: Record<number, string> = {
  400: 'bad-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'timeout',
  409: 'conflict',
  412: 'precondition-failed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  431: 'too-large',
  503: 'unavailable',
}
