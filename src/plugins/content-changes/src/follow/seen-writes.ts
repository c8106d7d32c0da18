import type { Payload } from 'payload'

import { type SeenDocument, seenDocument } from '../content/seen-document.ts'
import type { ChangesOptions } from '../options.ts'

/** What open transactions have written last of each document, by `collection/id`. */
export type SeenWrites = (transactionID: unknown) => ReadonlyMap<string, SeenDocument>

type Args = {
  collection?: string
  data?: object
  req?: { transactionID?: unknown }
  returning?: boolean
  select?: unknown
}

type Result = ({ id?: number | string } & Record<string, unknown>) | null | undefined

const methods = ['create', 'deleteMany', 'deleteOne', 'updateMany', 'updateOne', 'upsert']

/** Of more transactions at once, what they write is read. */
const most = 100

/**
 * Looks at what the adapter answers to a write: that is the whole document, and reading it again would cost most of what
 * this plugin costs. Only what readers see is kept, for those who get the answer may change it.
 */
export const watchSeenWrites = (payload: Payload, options: ChangesOptions): SeenWrites => {
  const open = new Map<unknown, Map<string, SeenDocument>>()
  // The methods differ in their arguments and answers, which pass through unread except for what is named here.
  const db = payload.db as unknown as Record<string, (args: Args) => Promise<unknown>>
  for (const name of methods) {
    const method = db[name]
    if (!method) continue
    db[name] = async (args) => {
      const { collection = '', data = {} } = args
      const isContent = Object.keys(data).some((field) => !options.keptFields.includes(field))
      const result = await method.call(db, args)
      if (!options.collections.includes(collection)) return result
      const id = await args.req?.transactionID
      if (!id || (Object.keys(data).length > 0 && !isContent)) return result
      note({ args, collection, doc: name === 'create' || name === 'updateOne' ? result : null, id })
      return result
    }
  }

  const note = ({
    args: { returning, select },
    collection,
    doc,
    id,
  }: {
    args: Args
    collection: string
    doc: unknown
    id: unknown
  }): void => {
    const known = open.get(id) ?? new Map<string, SeenDocument>()
    open.delete(id)
    open.set(id, known)
    const written = doc as Result
    if (written?.id === undefined || select || returning === false) {
      // Whatever was written, it is to be read.
      known.clear()
      return
    }
    const seen = seenDocument({ collection, doc: written, options, payload })
    known.set(`${collection}/${written.id}`, seen)
    const [oldest] = open.keys()
    if (open.size > most) open.delete(oldest)
  }

  return (transactionID) => {
    const known = open.get(transactionID) ?? new Map<string, SeenDocument>()
    open.delete(transactionID)
    return known
  }
}
