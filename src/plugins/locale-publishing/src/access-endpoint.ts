import {
  addDataAndFileToRequest,
  addLocalesToRequestFromData,
  type CollectionConfig,
  docAccessOperation,
  headersWithCors,
} from 'payload'

/**
 * A collection whose `POST /api/<collection>/access/<id>` answers for documents that the caller may read. Payload's own
 * answers 200 for whatever exists and 404 for the rest, and so tells which ids are drafts.
 */
export const withReadableAccess = (collection: CollectionConfig): CollectionConfig =>
  collection.endpoints === false
    ? collection
    : {
        ...collection,
        endpoints: [...(collection.endpoints ?? []), accessEndpoint(collection.slug)],
      }

type CollectionEndpoint = Exclude<CollectionConfig['endpoints'], false | undefined>[number]

const accessEndpoint = (slug: string): CollectionEndpoint => ({
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    addLocalesToRequestFromData(req)
    const id = req.routeParams?.id
    if (typeof id === 'string') {
      await req.payload.findByID({
        collection: slug as 'topics',
        depth: 0,
        id,
        overrideAccess: false,
        req,
        trash: true,
      })
    }
    const result = await docAccessOperation({
      collection: req.payload.collections[slug as 'topics'],
      data: req.data,
      id: id as string,
      req,
    })
    return Response.json(result, { headers: headersWithCors({ headers: new Headers(), req }) })
  },
  method: 'post',
  path: '/access/:id?',
})
