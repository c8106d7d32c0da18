import { idsOfFilter } from './ids-of-filter.ts'
import type { Write } from './write.ts'

/** What is common to the arguments of the adapter's writing methods. */
export type WriteArgs = {
  collection?: string
  collectionSlug?: string
  data?: object
  global?: string
  globalSlug?: string
  id?: number | string
  parent?: number | string
  req?: { transactionID?: unknown }
  returning?: boolean
  select?: object
  slug?: string
  versionData?: { parent?: number | string; version?: object }
  where?: unknown
}

export type WrittenDocument = { id: number | string } & Record<string, unknown>

/** The methods of Payload's database adapters that write documents, and whether they write versions of them. */
export const writingMethods: Readonly<Record<string, { isVersion: boolean }>> = {
  create: { isVersion: false },
  createGlobal: { isVersion: false },
  createGlobalVersion: { isVersion: true },
  createVersion: { isVersion: true },
  deleteMany: { isVersion: false },
  deleteOne: { isVersion: false },
  deleteVersions: { isVersion: true },
  updateGlobal: { isVersion: false },
  updateGlobalVersion: { isVersion: true },
  updateMany: { isVersion: false },
  updateOne: { isVersion: false },
  updateVersion: { isVersion: true },
  upsert: { isVersion: false },
}

/** The collection or global that a method writes. */
export const slugOfWrite = ({
  collection,
  collectionSlug,
  global,
  globalSlug,
  slug = '',
}: WriteArgs): string => collection ?? collectionSlug ?? global ?? globalSlug ?? slug

/** What a call of the adapter has written, from what it was given and what it answered. */
export const describeWrite = ({
  args,
  fields,
  operation,
  result,
  states,
}: {
  args: WriteArgs
  fields: Write['fields']
  operation: string
  result: unknown
  states?: Write['states']
}): Write => {
  const isVersion = writingMethods[operation]?.isVersion ?? false
  const isGlobal = args.collection === undefined && args.collectionSlug === undefined
  return {
    entity: isGlobal ? 'global' : 'collection',
    fields,
    ids: isGlobal ? undefined : isVersion ? parentsOf(args) : idsOf({ args, operation, result }),
    isVersion,
    operation,
    slug: slugOfWrite(args),
    states,
  }
}

/** The document as it was written, with all its languages, where the adapter has answered that. */
export const documentOfWrite = ({
  args: { returning, select },
  operation,
  result,
}: {
  args: WriteArgs
  operation: string
  result: unknown
}): WrittenDocument | undefined => {
  if (!['create', 'updateOne'].includes(operation) || returning === false || select)
    return undefined
  const document = result as null | Partial<WrittenDocument> | undefined
  return document?.id === undefined ? undefined : (document as WrittenDocument)
}

/** The fields that a call writes; to be asked before it, for adapters add to what they are given. */
export const fieldsOfWrite = (
  { data, versionData }: WriteArgs,
  operation: string,
): Write['fields'] => {
  if (data) return Object.keys(data)
  if (operation.startsWith('create')) return versionData && Object.keys(versionData)
  return versionData?.version && Object.keys(versionData.version)
}

const idsOf = ({
  args: { id, where },
  operation,
  result,
}: {
  args: WriteArgs
  operation: string
  result: unknown
}): readonly string[] | undefined => {
  if (id !== undefined) return [String(id)]
  // MongoDB's adapter answers with what the filter finds afterwards, when the write may have taken documents out of it.
  if (operation === 'updateMany') return idsOfFilter(where, 'id')
  if (Array.isArray(result)) return namedIds(result)
  return namedIds([result]) ?? idsOfFilter(where, 'id')
}

const parentsOf = ({ parent, versionData, where }: WriteArgs): readonly string[] | undefined => {
  const named = parent ?? versionData?.parent
  return named === undefined ? idsOfFilter(where, 'parent') : [String(named)]
}

/** Undefined when there is a document without an id. */
const namedIds = (documents: readonly unknown[]): string[] | undefined => {
  const ids = documents.map((each) => (each as { id?: number | string } | null | undefined)?.id)
  return ids.includes(undefined) ? undefined : ids.map(String)
}
