import type { Payload, PayloadRequest, TypeWithID } from 'payload'

import type { Content } from '../content/content-field.ts'
import { moveOf } from './move-whole.ts'

type Args = {
  collection?: string
  collectionSlug?: string
  data?: Content
  id?: unknown
  parent?: unknown
  req?: Partial<PayloadRequest>
  snapshot?: boolean
  versionData?: Content
}

type Operation = (args: Args) => Promise<null | TypeWithID>

/** While a document is moved to the trash or back, writes that and nothing else of it, in all that is stored of it. */
export const storeMoves = (payload: Payload, slugs: readonly string[]): void => {
  // Payload's types follow the project's collections; here their documents pass through as they are.
  const db = payload.db as unknown as Record<'createVersion' | 'updateOne', Operation>
  const { createVersion, updateOne } = db

  db.updateOne = (args) => {
    const { collection = '', data, id, req } = args
    const move = moveOf(req)
    if (!move || !slugs.includes(collection) || move.written.has(String(id)))
      return updateOne.call(db, args)
    move.written.add(String(id))
    const { deletedAt } = move
    return updateOne.call(db, { ...args, data: { deletedAt, updatedAt: data?.updatedAt } })
  }

  db.createVersion = async (args) => {
    const { collectionSlug = '', parent, req } = args
    const move = moveOf(req)
    if (!move || !slugs.includes(collectionSlug)) return createVersion.call(db, args)
    const isKept = move.kept.has(String(parent))
    move.kept.add(String(parent))
    // What Payload keeps of the language of the request besides is not how the document was left.
    if (isKept) return args.snapshot ? null : createVersion.call(db, args)
    const { docs } = await payload.db.findVersions<Content>({
      collection: collectionSlug as 'stories',
      limit: 1,
      pagination: false,
      ...(req ? { req } : {}),
      where: { and: [{ parent: { equals: parent } }, { latest: { equals: true } }] },
    })
    const versionData = {
      ...(docs[0]?.version ?? args.versionData),
      deletedAt: move.deletedAt,
      updatedAt: args.versionData?.updatedAt,
    }
    return createVersion.call(db, { ...args, versionData })
  }
}
