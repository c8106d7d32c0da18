import { type Endpoint, NotFound, type PayloadRequest, type Where } from 'payload'

/**
 * `DELETE /api/<collection>/<id>` and `DELETE /api/<collection>?where…` move documents to the trash. With `trash=true`
 * what is in the trash is deleted for good.
 */
export const trashEndpoints = (slug: string): Omit<Endpoint, 'root'>[] => [
  {
    handler: async (req) => {
      const id = req.routeParams?.id
      if (typeof id !== 'string') throw new NotFound(req.t)
      const isForGood = await isInTrash({ id, req, slug })
      const target = { id, collection: slug as 'stories', depth: 0, overrideAccess: false, req }
      const doc = isForGood
        ? await req.payload.delete({ ...target, trash: true })
        : await req.payload.update({ ...target, data: { deletedAt: new Date().toISOString() } })
      return Response.json({ doc, message: req.t('general:deletedSuccessfully') })
    },
    method: 'delete',
    path: '/:id',
  },
  {
    handler: async (req) => {
      const { where } = req.query as { where?: string | Where }
      const asked = typeof where === 'string' ? (JSON.parse(where) as Where) : where
      if (!asked) return Response.json({ errors: [{ message: missingWhere }] }, { status: 400 })
      const target = { collection: slug as 'stories', depth: 0, overrideAccess: false, req }
      const result = isTrashAsked(req)
        ? await req.payload.delete({
            ...target,
            trash: true,
            where: { and: [asked, { deletedAt: { exists: true } }] },
          })
        : await req.payload.update({
            ...target,
            data: { deletedAt: new Date().toISOString() },
            where: asked,
          })
      return Response.json(
        { ...result, message: req.t('general:deletedSuccessfully') },
        { status: result.errors.length > 0 ? 400 : 200 },
      )
    },
    method: 'delete',
    path: '/',
  },
]

const missingWhere = 'Say with “where” which documents are to be deleted.'

const isTrashAsked = ({ query }: PayloadRequest): boolean => query.trash === 'true'

const isInTrash = async ({
  id,
  req,
  slug,
}: {
  id: string
  req: PayloadRequest
  slug: string
}): Promise<boolean> => {
  if (!isTrashAsked(req)) return false
  const { totalDocs } = await req.payload.db.count({
    collection: slug as 'stories',
    req,
    where: { and: [{ id: { equals: id } }, { deletedAt: { exists: true } }] },
  })
  return totalDocs > 0
}
