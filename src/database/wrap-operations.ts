import type { PayloadRequest } from 'payload'

import { isWatched, tellWatchers } from './watch-database.ts'

export type OperationArgs = { req?: Partial<PayloadRequest> }

export type WrappedOperation = {
  args: OperationArgs
  isWrite: boolean
  name: string
  run: (args: OperationArgs) => Promise<unknown>
}

/**
 * Puts `around` around each reading and writing operation of an adapter. `around` decides with which arguments,
 * and whether, `operation.run` is called.
 */
export const wrapOperations = (
  adapter: object,
  around: (operation: WrappedOperation) => Promise<unknown>,
): void => {
  // The operations differ in their arguments and answers, which pass through unread except for `req`.
  const operations = adapter as Record<
    string,
    ((args: OperationArgs) => Promise<unknown>) | undefined
  >
  for (const name of [...readOperations, ...writeOperations]) {
    const inner = operations[name]
    if (inner) {
      const isWrite = writeOperations.includes(name)
      const perform = (args: OperationArgs) =>
        around({ args, isWrite, name, run: (changed) => inner.call(adapter, changed) })
      operations[name] = (args) =>
        isWatched(adapter) ? timed({ adapter, isWrite, name }, () => perform(args)) : perform(args)
    }
  }
}

const timed = async (
  { adapter, isWrite, name }: { adapter: object; isWrite: boolean; name: string },
  perform: () => Promise<unknown>,
): Promise<unknown> => {
  const begunAt = performance.now()
  let isFailed = true
  try {
    const result = await perform()
    isFailed = false
    return result
  } finally {
    const ms = performance.now() - begunAt
    tellWatchers(adapter, { isFailed, isWrite, ms, operation: name, type: 'operation' })
  }
}

const readOperations = [
  'count',
  'countGlobalVersions',
  'countVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
]

const writeOperations = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
]
