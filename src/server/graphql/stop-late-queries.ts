import { AsyncLocalStorage } from 'node:async_hooks'

import {
  type DocumentNode,
  execute as executeInOrder,
  getOperationAST,
  type GraphQLError,
  OperationTypeNode,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Payload } from 'payload'

import { wrapOperations } from '../../database/wrap-operations.ts'
import { limitRefusal } from './graphql-refusal.ts'

/**
 * Stops what runs longer than the limit. Of a query nothing more is begun, neither a resolver nor a call of the
 * database; the one call that is under way ends by itself, unheard. A mutation ends with the field it is at, whole, and
 * begins no other: half a write would be worse than a late one.
 *
 * Queries are run by graphql's own executor: the one of Yoga, which can be stopped between fields, puts them into the
 * answer as they become known, so that one question has many answers, each with an ETag of its own.
 */
export const stopLateQueries = ({
  payload,
  seconds,
}: {
  payload: Payload
  seconds: number
}): Plugin => {
  guardDatabase(payload)
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const execute = executeFn as (given: typeof args) => Promise<unknown>
      const operation = getOperationAST(
        args.document as DocumentNode,
        args.operationName as string | undefined,
      )
      const deadline = createDeadline(seconds)
      const given = { ...args, signal: deadline.signal }
      setExecuteFn(async () => {
        try {
          return operation?.operation === OperationTypeNode.QUERY
            ? await deadlines.run(deadline, () =>
                Promise.race([endOf(deadline), executeInOrder(args)]),
              )
            : await execute(given)
        } finally {
          deadline.clear()
        }
      })
    },
  }
}

type Deadline = {
  /** @throws when it is over */
  check: () => void
  clear: () => void
  signal: AbortSignal
}

const createDeadline = (seconds: number): Deadline => {
  const controller = new AbortController()
  const endsAt = performance.now() + seconds * 1000
  const stop = (): void => controller.abort(tooLate(seconds))
  const timer = setTimeout(stop, seconds * 1000)
  return {
    check: () => {
      // SQLite answers without leaving a moment in which a timer could be heard.
      if (performance.now() > endsAt) stop()
      controller.signal.throwIfAborted()
    },
    clear: () => clearTimeout(timer),
    signal: controller.signal,
  }
}

/** Rejects when it is over. */
const endOf = ({ signal }: Deadline): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as GraphQLError))
  })

const tooLate = (seconds: number): GraphQLError =>
  limitRefusal({
    allowed: seconds,
    limit: 'timeout',
    status: 503,
    what: `The query was stopped, because it ran for more than ${seconds} seconds; ask for less at once`,
  })

/** The deadline of the query in whose course something is called, however far down. */
const deadlines = new AsyncLocalStorage<Deadline>()

const guarded = new WeakSet<object>()

/** Looks at the deadline before each reading: a query begins nothing else. Ending a transaction stays possible. */
const guardDatabase = ({ db }: Payload): void => {
  if (guarded.has(db)) return
  guarded.add(db)
  wrapOperations(db, async ({ args, isWrite, run }) => {
    if (!isWrite) deadlines.getStore()?.check()
    return run(args)
  })
}
