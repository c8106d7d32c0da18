import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import type { Response as ExpressResponse } from 'express'

import { copyHeaders } from './copy-headers.ts'
import { toErrorBody } from './error-body.ts'
import { requestIdOf } from './request-id-of.ts'

/**
 * Sends a Fetch Response. An error answer of Payload takes on the one error shape; everything else passes as it is.
 */
export const sendResponse = async ({
  isHead,
  res,
  response,
}: {
  /** The request was HEAD: everything but the body. */
  isHead: boolean
  res: ExpressResponse
  response: Response
}): Promise<void> => {
  res.status(response.status)
  copyHeaders(response.headers, res)
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  if (response.status >= 400 && (isJson || !response.body)) {
    const requestId = requestIdOf(res)
    const body = toErrorBody({
      body: parseJson(await response.text()),
      requestId,
      status: response.status,
    })
    res.removeHeader('content-length')
    // It tells of the texts that an answer holds.
    res.removeHeader('content-language')
    res.json(body)
  } else if (isJson && response.body) {
    const bytes = Buffer.from(await response.arrayBuffer())
    res.setHeader('Content-Length', bytes.length)
    res.end(isHead ? undefined : bytes)
  } else if (response.body && !isHead) {
    await sendStream(response.body as ReadableStream<Uint8Array>, res)
  } else {
    await response.body?.cancel()
    res.end()
  }
}

const sendStream = async (
  body: ReadableStream<Uint8Array>,
  res: ExpressResponse,
): Promise<void> => {
  try {
    await pipeline(Readable.fromWeb(body), res)
  } catch (error) {
    // The reader went away, or the file broke off: either way the connection is the only way to say so.
    if (!res.destroyed) {
      throw error
    }
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
