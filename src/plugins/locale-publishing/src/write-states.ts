import type {
  PayloadRequest,
  SanitizedCollectionConfig,
  TypeWithID,
  TypeWithVersion,
} from 'payload'

import type { Content } from './content/content-field.ts'
import { storedStates } from './content/locale-states.ts'
import { readLocaleStates } from './locale-actions.ts'

/** Stores the states of a document whose texts have not changed: beside it, and with what was saved last. */
export const writeStates = async ({
  collection: { slug },
  collection,
  id,
  req,
}: {
  collection: SanitizedCollectionConfig
  id: string
  req: PayloadRequest
}): Promise<void> => {
  const { payload, transactionID } = req
  const localeStates = storedStates(await readLocaleStates({ collection, id, req }))
  // Without its context, for this is no save of the person behind the request.
  const bare = { ...(transactionID ? { transactionID } : {}) }
  const { docs: versions }: { docs: TypeWithVersion<Content>[] } = await payload.db.findVersions({
    collection: slug,
    limit: 1,
    pagination: false,
    req: bare,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  for (const version of versions) {
    await payload.db.updateVersion({
      id: version.id,
      collection: slug,
      req: bare,
      versionData: { ...version, version: { ...version.version, localeStates } },
    })
  }
  const document = await payload.db.findOne<TypeWithID & { updatedAt?: string }>({
    collection: slug,
    req: bare,
    select: { updatedAt: true },
    where: { id: { equals: id } },
  })
  if (!document) return
  await payload.db.updateOne({
    id,
    collection: slug,
    data: { localeStates, updatedAt: document.updatedAt },
    req: bare,
    returning: false,
  })
}
