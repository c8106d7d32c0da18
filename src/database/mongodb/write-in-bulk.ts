import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession } from 'mongoose'

type Versioned = { latest?: boolean | undefined; parent?: unknown; updatedAt?: Date }

type Document = Versioned & object

/** As much of a model as Payload's adapter creates documents by. */
type Model = {
  create: (documents: object[]) => Promise<Document[]>
  insertMany: (
    documents: Document[],
    options: { session: ClientSession; timestamps: false },
  ) => Promise<unknown>
  new (data: object): Document
  updateMany: () => Promise<unknown>
}

type WriteArgs = { req?: { transactionID?: unknown } }

type Operation = (this: MongooseAdapter, args: WriteArgs) => Promise<unknown>

type Held = Map<Model, Document[]>

type Bulk = { held: Held; releasing: Promise<void> }

export type BulkWriting = {
  /** From now on the documents that a transaction creates are held. */
  begin: (transactionID: number | string) => void
  end: (transactionID: number | string) => void
  /** Writes the documents that a transaction holds; to be called before each other operation, and before the commit. */
  release: (transactionID: unknown) => Promise<void>
}

/**
 * Lets bulk transactions hold back the documents that Payload's adapter creates one by one, so that many of them go to
 * the server at once. Of the versions of one document only the last to be created is the latest.
 */
export const writeInBulk = (adapter: MongooseAdapter): BulkWriting => {
  const open = new Map<unknown, Bulk>()
  // Payload declares these for the collections of a project; here their arguments pass through unread.
  const db = adapter as unknown as Record<'create' | 'createVersion', Operation>

  const holding = (held: Held): MongooseAdapter => {
    const within = (models: object) =>
      new Proxy(models as Record<string, Model>, {
        get: (all, slug: string) => {
          const model = all[slug]
          return model && holdingModel(model, held)
        },
      })
    return Object.create(adapter, {
      collections: { value: within(adapter.collections) },
      versions: { value: within(adapter.versions) },
    }) as MongooseAdapter
  }

  for (const name of ['create', 'createVersion'] as const) {
    const stock = db[name]
    db[name] = async (args) => {
      const bulk = open.get(await args.req?.transactionID)
      return stock.call(bulk ? holding(bulk.held) : adapter, args)
    }
  }

  return {
    begin: (transactionID) =>
      void open.set(transactionID, { held: new Map(), releasing: Promise.resolve() }),
    end: (transactionID) => void open.delete(transactionID),
    release: async (incoming) => {
      const transactionID = await (incoming as Promise<number | string>)
      const bulk = open.get(transactionID)
      const session = adapter.sessions[transactionID]
      if (!bulk || !session) return
      const documents = [...bulk.held]
      bulk.held.clear()
      // Whoever comes meanwhile waits for it, too; and a transaction does one thing at a time.
      if (documents.length > 0)
        bulk.releasing = bulk.releasing.then(async () => {
          for (const [model, some] of documents)
            await model.insertMany(some, { session, timestamps: false })
        })
      await bulk.releasing
    },
  }
}

const holdingModel = (model: Model, held: Held): Pick<Model, 'create' | 'updateMany'> => ({
  create: (given) => {
    const known = held.get(model) ?? []
    held.set(model, known)
    const documents = given.map((data) => new model(data))
    for (const { parent, updatedAt } of documents) {
      if (parent === undefined || updatedAt === undefined) continue
      for (const other of known)
        if (isSame(other.parent, parent) && other.updatedAt && other.updatedAt < updatedAt)
          other.latest = undefined
    }
    known.push(...documents)
    return Promise.resolve(documents)
  },
  // Asked for older versions of what was just created, which are held too.
  updateMany: () => Promise.resolve(),
})

/** Two ids of documents may be two objects for the same. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
