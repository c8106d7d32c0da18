import DataLoader from 'dataloader'
import { isolateObjectProperty, type Payload, type PayloadRequest, type SelectType } from 'payload'

type Document = Record<string, unknown>

type Asked = {
  collection: string
  id: string
  locale: string
  /** What is read of the document. */
  select?: SelectType
}

/**
 * Reads a document as its readers see it, `null` where they do not. What is asked for at the same moment of a request,
 * by all documents of a list, is read together: one query for each collection and language.
 */
export const loadForReaders = (asked: Asked, req: PayloadRequest): Promise<Document | null> => {
  // Operations make copies of a request; this they all have in common.
  const request = req.payloadDataLoader
  const known = loaders.get(request) ?? createLoader(req)
  loaders.set(request, known)
  return known.load(asked)
}

const loaders = new WeakMap<object, DataLoader<Asked, Document | null>>()

const createLoader = (req: PayloadRequest): DataLoader<Asked, Document | null> =>
  new DataLoader(
    async (all) => {
      const groups = new Map<string, Asked[]>()
      for (const asked of all) {
        const group = groups.get(groupOf(asked)) ?? []
        group.push(asked)
        groups.set(groupOf(asked), group)
      }
      const found = await Promise.all([...groups.values()].map((group) => find(group, req)))
      const documents = new Map(found.flat())
      return all.map((asked) => documents.get(keyOf(asked)) ?? null)
    },
    // A request that writes may ask again for what it has changed.
    { cache: false },
  )

const find = async (group: Asked[], req: PayloadRequest): Promise<[string, Document][]> => {
  const [first] = group
  if (!first || !Object.hasOwn(req.payload.collections, first.collection)) return []
  const { collection, locale, select } = first
  const ids = [...new Set(group.map(({ id }) => id))].filter(idFilter(req.payload, collection))
  if (ids.length === 0) return []
  const { docs } = await req.payload.find({
    // A package does not know the names that the project's generated types allow.
    collection: collection as 'payload-preferences',
    depth: 0,
    disableErrors: true,
    draft: false,
    fallbackLocale: false,
    locale: locale as never,
    overrideAccess: false,
    pagination: false,
    req: inLocale(req, locale),
    select,
    where: { id: { in: ids } },
  })
  return docs.map((doc) => [keyOf({ ...first, id: doc.id }), { ...doc }])
}

/** A request in another language: queries that run at the same time would change that of the one they share. */
export const inLocale = (req: PayloadRequest, locale: string): PayloadRequest => {
  const isolated = isolateObjectProperty(req, ['fallbackLocale', 'locale', 'query'])
  isolated.locale = locale as never
  isolated.fallbackLocale = false
  isolated.query = { ...req.query }
  return isolated
}

const groupOf = ({ collection, locale, select }: Asked): string =>
  JSON.stringify([collection, locale, select])

const keyOf = (asked: Asked): string => `${groupOf(asked)}${asked.id}`

/** Tells which texts can be ids of a collection: MongoDB answers any other with an error, not with nothing. */
const idFilter = ({ collections, db }: Payload, slug: string): ((text: string) => boolean) => {
  const own = collections[slug as keyof typeof collections].customIDType
  if (own === 'text') return (text) => text.length < 256
  const isNumber = (own ?? db.defaultIDType) === 'number'
  const pattern = isNumber ? /^\d{1,15}$/ : !own && db.name === 'mongoose' ? objectId : uuid
  return (text) => pattern.test(text)
}

const objectId = /^[\da-f]{24}$/i
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
