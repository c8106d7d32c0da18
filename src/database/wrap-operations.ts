import type { PayloadRequest } from 'payload'

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
      operations[name] = (args) =>
        around({
          args,
          isWrite: writeOperations.includes(name),
          name,
          run: (changed) => inner.call(adapter, changed),
        })
    }
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
