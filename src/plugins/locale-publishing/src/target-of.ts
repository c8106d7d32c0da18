import { NotFound, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'

/** The document that an endpoint is about. */
export const targetOf = ({
  req,
  slug,
}: {
  req: PayloadRequest
  slug: string
}): { collection: SanitizedCollectionConfig; id: string } => {
  const collection = req.payload.collections[slug as keyof typeof req.payload.collections].config
  const id = req.routeParams?.id
  if (typeof id !== 'string') throw new NotFound(req.t)
  return { collection, id }
}

/** Asks Payload's own rule whether this person may see the document. */
export const assertReadable = async ({
  id,
  req,
  slug,
}: {
  id: string
  req: PayloadRequest
  slug: string
}): Promise<void> => {
  await req.payload.findByID({
    id,
    collection: slug as 'topics',
    depth: 0,
    overrideAccess: false,
    req,
  })
}
