import { APIError, type PayloadRequest } from 'payload'

/**
 * The revision a write was made on: from the header `If-Match`, or from the document as a form sends it back.
 *
 * @throws APIError 400 when the header is no revision.
 */
export const askedRevision = ({
  data,
  req,
}: {
  data: Record<string, unknown>
  req: Partial<PayloadRequest>
}): string | undefined => {
  const header = req.headers?.get('if-match')?.trim()
  if (header && header !== '*') {
    const [, revision] = /^"([\w-]+)"$/.exec(header) ?? []
    if (!revision) {
      throw new APIError(
        'If-Match takes one revision in quotes, as the ETag of an answer gives it: "2f1c…". Nothing was saved.',
        400,
        { code: 'MALFORMED_REVISION', field: 'If-Match' },
        true,
      )
    }
    return revision
  }
  const { lastSaved } = data as { lastSaved?: { revision?: unknown } }
  return typeof lastSaved?.revision === 'string' ? lastSaved.revision : undefined
}
