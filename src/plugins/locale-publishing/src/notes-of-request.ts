import type { PayloadRequest } from 'payload'

/**
 * What the parts of this plugin tell each other in the course of one request. Kept under a name in the context, for
 * Payload copies the context, and leaves out an empty one, with each call of its Local API.
 */
export const notesOf = <Note>({
  about,
  req,
}: {
  about: string
  req: Partial<PayloadRequest> | undefined
}): Map<string, Note> => {
  const notes = new Map<string, Note>()
  if (!req?.context) return notes
  const key = `locale-publishing:${about}`
  req.context[key] ??= notes
  // Written by this function alone.
  return req.context[key] as Map<string, Note>
}
