import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  Payload,
  PayloadRequest,
  TypeWithID,
} from 'payload'

import { alignRows } from './content/align-rows.ts'
import type { Content } from './content/content-field.ts'
import { notesOf } from './notes-of-request.ts'

type Pending = { collection: string; id: string; next: Content }

const pendingOf = (req: Partial<PayloadRequest> | undefined) =>
  notesOf<Pending>({ about: 'rows', req })

/**
 * Tells {@link alignPublishedRows} which rows a save is about to write. Has to be the last hook before a change:
 * what comes later could move rows again.
 */
export const noteRows: CollectionBeforeChangeHook = ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update') return data
  // One request may save several documents, one after the other: the last one counts.
  pendingOf(req).set('next', {
    collection: collection.slug,
    id: String(originalDoc?.id),
    next: { ...originalDoc, ...data },
  })
  return data
}

/** A draft was saved, which needs none of it: what is read later in the same request shall be as it is. */
export const forgetRows: CollectionAfterChangeHook = ({ doc, req }) => {
  pendingOf(req).delete('next')
  return doc as unknown
}

/**
 * When one language is published, Payload 3.90 puts together its new rows and the public rows of the other languages
 * by their place in the list, so that after a move each text of the other language would stand beside the wrong row.
 * It reads the public document for that right after the hooks; here it gets it with the rows in their new places.
 */
export const alignPublishedRows = (payload: Payload): void => {
  const { db } = payload
  const findOne = db.findOne.bind(db)
  db.findOne = async (args) => {
    const pending = pendingOf(args.req)
    const noted = pending.get('next')
    if (!noted || !asksFor(args, noted)) return findOne(args)
    pending.delete('next')
    const published = await findOne<TypeWithID & Content>(args)
    const { config } = payload.collections[args.collection]
    const { next } = noted
    // Whatever type the caller gave the document, it still has it.
    return (published && alignRows({ fields: config.flattenedFields, next, published })) as never
  }
}

const asksFor = (args: { collection: string; where?: unknown }, noted: Pending): boolean =>
  args.collection === noted.collection &&
  JSON.stringify(args.where) === JSON.stringify({ id: { equals: noted.id } })
