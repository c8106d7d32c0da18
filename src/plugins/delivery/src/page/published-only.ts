import type { PayloadRequest, Where } from 'payload'

/** Narrows a query to what readers see, also when staff asks. Nothing for collections without drafts. */
export const publishedOnly = ({
  collection,
  req,
}: {
  collection: string
  req: PayloadRequest
}): Where[] => {
  const { config } = req.payload.collections[collection as 'topics']
  return config.versions?.drafts ? [{ _status: { equals: 'published' } }] : []
}
