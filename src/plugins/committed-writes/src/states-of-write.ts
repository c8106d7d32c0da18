import { idsOfFilter } from './ids-of-filter.ts'
import type { WriteArgs, WrittenDocument } from './describe-write.ts'
import type { State } from './write.ts'

type Read = (args: {
  collection: string
  joins: false
  req: WriteArgs['req']
  select: Record<string, true>
  where: object
}) => Promise<unknown>

/**
 * What `fields` of the one document hold that a call in a transaction is about to write: null when there is none yet.
 * Undefined where that cannot be told.
 */
export const stateBefore = async ({
  args: { collection, id, req, where },
  fields,
  operation,
  read,
}: {
  args: WriteArgs
  fields: readonly string[]
  operation: string
  /** The adapter's `findOne`. */
  read: Read
}): Promise<State | undefined> => {
  if (operation === 'create') return null
  const ids = id === undefined ? idsOfFilter(where, 'id') : [id]
  const isOne = ids?.length === 1 && writingOne.has(operation)
  if (!isOne || collection === undefined) return undefined
  const select = Object.fromEntries(fields.map((name) => [name, true as const]))
  const found = await read({
    collection,
    joins: false,
    req,
    select,
    where: { id: { equals: ids[0] } },
  })
  return isDocument(found) ? pick(found, fields) : undefined
}

/** What `fields` held before and hold now, when both are known; null where there was, or is, no document. */
export const statesOfWrite = ({
  before,
  document,
  fields,
  operation,
}: {
  before: State | undefined
  /** As it was written. */
  document: WrittenDocument | undefined
  fields: readonly string[]
  operation: string
}): readonly State[] | undefined => {
  const after = operation === 'deleteOne' ? null : document && pick(document, fields)
  return before === undefined || after === undefined ? undefined : [before, after]
}

const writingOne = new Set(['deleteOne', 'updateOne'])

const isDocument = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'id' in value

/** A field that is not there holds nothing. */
const pick = (document: Record<string, unknown>, fields: readonly string[]): State =>
  Object.fromEntries(fields.map((name) => [name, document[name] ?? null]))
