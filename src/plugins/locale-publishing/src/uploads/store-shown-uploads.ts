import type { Payload, PayloadRequest, TypeWithID, Where } from 'payload'

import type { Content } from '../content/content-field.ts'
import { keepShownUploads } from './keep-shown-uploads.ts'

type Public = Content & TypeWithID

type Operation = (args: {
  collection?: string
  data?: Content
  joins?: false
  req?: Partial<PayloadRequest>
  returning?: boolean
  select?: unknown
  where?: Where
}) => Promise<null | Public>

/** Follows what readers see of these collections wherever it is written, below all hooks and in the same transaction. */
export const storeShownUploads = (
  payload: Payload,
  { collections, uploads }: { collections: readonly string[]; uploads: readonly string[] },
): void => {
  if (uploads.length === 0) return
  // Payload's types follow the project's collections; here their documents pass through as they are.
  const db = payload.db as unknown as Record<'create' | 'findOne' | 'updateOne', Operation>
  const { create, findOne, updateOne } = db

  db.create = async (args) => {
    const { collection: slug = '', data: doc, req = {} } = args
    const created = await create.call(db, args)
    if (!created || !collections.includes(slug)) return created
    const id = String(created.id)
    await keepShownUploads({ doc, id, isNew: true, payload, req, slug, uploads })
    return created
  }

  db.updateOne = async (args) => {
    const { collection: slug = '', req = {}, select } = args
    const updated = await updateOne.call(db, args)
    // What is written without looking at it is never the content.
    if (!updated || !collections.includes(slug)) return updated
    const where = { id: { equals: updated.id } }
    const whole = select
      ? await findOne.call(db, { collection: slug, joins: false, req, where })
      : updated
    const id = String(updated.id)
    await keepShownUploads({ doc: whole ?? undefined, id, payload, req, slug, uploads })
    return updated
  }
}
