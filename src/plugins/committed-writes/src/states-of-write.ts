import { idsOfFilter } from './ids-of-filter.ts'
import type { WriteArgs } from './describe-write.ts'
import type { State } from './write.ts'

type Read = (args: {
  collection: string
  joins: false
  req: WriteArgs['req']
  select: Record<string, true>
  where: object
}) => Promise<unknown>

/**
 * Writes with `run`, inside of a transaction, and tells what `fields` of the one document held before and hold now: null
 * where there was, or is, no document. Undefined where that cannot be told.
 */
export const statesOfWrite = async ({
  args,
  fields,
  operation,
  read,
  run,
}: {
  args: WriteArgs
  fields: readonly string[]
  operation: string
  /** The adapter's `findOne`. */
  read: Read
  run: () => Promise<unknown>
}): Promise<{ result: unknown; states: readonly State[] | undefined }> => {
  const before =
    operation === 'create' ? null : await stateBefore({ args, fields, operation, read })
  const result = await run()
  const after = operation === 'deleteOne' ? null : stateIn(result, { args, fields })
  const states = before === undefined || after === undefined ? undefined : [before, after]
  return { result, states }
}

const stateBefore = async ({
  args: { collection, id, req, where },
  fields,
  operation,
  read,
}: {
  args: WriteArgs
  fields: readonly string[]
  operation: string
  read: Read
}): Promise<State | undefined> => {
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

const writingOne = new Set(['deleteOne', 'updateOne'])

/** Adapters answer a write with the whole document, unless they are asked for less. */
const stateIn = (
  result: unknown,
  { args, fields }: { args: WriteArgs; fields: readonly string[] },
): State | undefined =>
  isDocument(result) && args.select === undefined ? pick(result, fields) : undefined

const isDocument = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'id' in value

/** A field that is not there holds nothing. */
const pick = (document: Record<string, unknown>, fields: readonly string[]): State =>
  Object.fromEntries(fields.map((name) => [name, document[name] ?? null]))
