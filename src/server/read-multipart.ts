import { HttpError } from './http-error.ts'

/**
 * Checks that a multipart body is whole (its boundaries, a name for each part, its end) and gives back the
 * field `_payload`, which holds the document's data as JSON. Payload reads the files itself.
 * @throws {HttpError} 400 when the body is malformed
 */
export const readMultipart = ({
  body,
  contentType,
}: {
  body: Buffer
  contentType: string
}): { _payload?: string } => {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/i.exec(contentType)
  const delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`
  if (delimiter === '--') {
    throw malformed('its Content-Type names no boundary')
  }
  const fields: { _payload?: string } = {}
  let at = body.indexOf(delimiter)
  if (at === -1) {
    throw malformed('its boundary does not occur')
  }
  for (;;) {
    const start = at + delimiter.length
    if (body.toString('latin1', start, start + 2) === '--') {
      return fields
    }
    const headersEnd = body.indexOf('\r\n\r\n', start)
    const end = body.indexOf(`\r\n${delimiter}`, start)
    if (headersEnd === -1 || end === -1 || headersEnd > end) {
      throw malformed('a part does not end')
    }
    const headers = body.toString('utf8', start, headersEnd)
    const name = /^content-disposition:\s*form-data;.*?\bname="?([^";\r\n]+)/im.exec(headers)?.[1]
    if (!name) {
      throw malformed('a part has no name')
    }
    if (headers.includes('\0')) {
      throw malformed('a name holds the character NUL')
    }
    if (name === '_payload') {
      fields._payload = body.toString('utf8', headersEnd + 4, Math.max(end, headersEnd + 4))
    }
    at = end + 2
  }
}

const malformed = (why: string): HttpError =>
  new HttpError(400, `The multipart body is malformed: ${why}.`, { code: 'malformed-multipart' })
