import type { Request, Response } from 'express'

/** Takes an answer over, with the headers that were there before it, or leaves it as it is. */
export type Finish = (answer: {
  before: ReadonlySet<string>
  body: Buffer
  end: (body?: Buffer) => unknown
}) => boolean

/**
 * Shows `finish` the whole body of an answer before anything of it is sent. HEAD is answered as GET until then, so that
 * it says the same. What is sent piece by piece passes; `leave` is called for all that is not taken over.
 */
export const captureAnswer = ({
  finish,
  leave,
  req,
  res,
}: {
  finish: Finish
  leave: () => void
  req: Request
  res: Response
}): void => {
  const before = new Set(res.getHeaderNames())
  const { method } = req
  const end = res.end.bind(res) as (...args: unknown[]) => Response
  if (method === 'HEAD') req.method = 'GET'
  const captured = (...args: unknown[]): Response => {
    res.end = end
    req.method = method
    const body = res.headersSent ? undefined : asBuffer(args[0])
    if (!body || !finish({ before, body, end })) end(...args)
    leave()
    return res
  }
  res.end = captured
  res.once('close', leave)
}

const asBuffer = (chunk: unknown): Buffer | undefined => {
  if (Buffer.isBuffer(chunk)) return chunk
  return typeof chunk === 'string' ? Buffer.from(chunk) : undefined
}
