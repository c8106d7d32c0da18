import { AsyncLocalStorage } from 'node:async_hooks'
import { APIError } from 'payload'

import { type Admission, createAdmission, type Place } from './admission.ts'

export type ConflictRetryOptions = {
  /**
   * How often `run` is run at most.
   * @default 40 inside another operation, which may be what it conflicts with; else as often as time allows
   */
  attempts?: number
  /**
   * No further attempt begins so many milliseconds after the first lost transaction.
   * @default 60_000
   */
  timeoutMs?: number
}

/** One run of an operation, from 1, and whether a transaction that it began was aborted by a conflict. */
export type ConflictScope = { conflict?: unknown; run: number }

/** Thrown (status 503) when an operation met a conflict each time it was run. */
export class ConflictRetryError extends APIError {
  constructor(attempts: number, cause: unknown) {
    super(
      `Nothing was saved, for others were writing the same document each of ${attempts} times: try again. If it happens every time, a hook writes a document of its own transaction without passing \`req\`.`,
      503,
      undefined,
      true,
    )
    this.cause = cause
  }
}

/**
 * Runs `run`, and runs it again when it failed because a transaction it began lost against another one. It has failed
 * when it throws, or answers with a Response of status 400 or more or with a non-empty `errors`: Payload turns
 * the lost transaction into such answers. A lost transaction left nothing behind, so `run` has to begin anew: from a
 * buffered body, with a request object of its own. Calls may be nested; each repeats only transactions that it began.
 * On a database without such conflicts `run` is run once.
 *
 * @throws what `run` throws, or ConflictRetryError.
 */
export const withConflictRetry = async <T>(
  run: () => Promise<T>,
  options: ConflictRetryOptions = {},
): Promise<T> => {
  // What is part of an operation that is under way has been let in with it.
  const isInner = scopes.getStore() !== undefined
  const { attempts = isInner ? 40 : Infinity, timeoutMs = 60_000 } = options
  const place = isInner ? undefined : await admission.enter()
  let turn: Place | undefined
  try {
    let until = Infinity
    for (let count = 1; ; count += 1) {
      place?.touch()
      turn?.touch()
      const outcome = await attempt(run, count)
      if (!outcome.conflict) {
        admission.countSuccess()
        return settle(outcome)
      }
      admission.countConflict()
      // Of those that have lost, one after the other tries again.
      turn ??= isInner ? undefined : await repeats.enter()
      until = Math.min(until, performance.now() + timeoutMs)
      if (count >= attempts || performance.now() > until) {
        throw new ConflictRetryError(count, outcome.conflict)
      }
      const longest = Math.min(250, 4 * 2 ** Math.min(count, 6))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
    }
  } finally {
    turn?.leave()
    place?.leave()
  }
}

/** The run that the current step belongs to; for database adapters. */
export const currentConflictScope = (): ConflictScope | undefined => scopes.getStore()

type Outcome<T> = { conflict?: unknown; error?: unknown; value?: T; isError: boolean }

const attempt = async <T>(run: () => Promise<T>, count: number): Promise<Outcome<T>> => {
  const scope: ConflictScope = { run: count }
  const outcome = await scopes.run(scope, async (): Promise<Outcome<T>> => {
    try {
      return { isError: false, value: await run() }
    } catch (error) {
      return { error, isError: true }
    }
  })
  const isLost = scope.conflict !== undefined && (outcome.isError || isFailure(outcome.value))
  return isLost ? { ...outcome, conflict: scope.conflict } : outcome
}

const settle = <T>(outcome: Outcome<T>): T => {
  if (outcome.isError) {
    throw outcome.error
  }
  return outcome.value as T
}

const isFailure = (value: unknown): boolean => {
  if (value instanceof Response) {
    return value.status >= 400
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    'errors' in value &&
    Array.isArray(value.errors) &&
    value.errors.length > 0
  )
}

type Shared = { admission: Admission; repeats: Admission; scopes: AsyncLocalStorage<ConflictScope> }

// On globalThis, for the admin's bundler makes a second copy of this module in the same process.
const key = Symbol.for('qiao.database.conflicts')
const holder = globalThis as { [key]?: Shared }
const { admission, repeats, scopes } = (holder[key] ??= {
  admission: createAdmission(),
  repeats: createAdmission({ most: 1 }),
  scopes: new AsyncLocalStorage<ConflictScope>(),
})
