import { AsyncLocalStorage } from 'node:async_hooks'
import { APIError } from 'payload'

export type ConflictRetryOptions = {
  /**
   * How often `run` is run at most.
   * @default 60
   */
  attempts?: number
  /**
   * No further attempt begins after so many milliseconds, counted from the second attempt.
   * @default 60_000
   */
  timeoutMs?: number
}

/** One run of an operation, and whether a transaction that it began was aborted by a conflict. */
export type ConflictScope = { conflict?: unknown; isAlone: boolean }

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
  { attempts = 60, timeoutMs = 60_000 }: ConflictRetryOptions = {},
): Promise<T> => {
  const isAlone = scopes.getStore()?.isAlone ?? false
  const first = await attempt(run, { isAlone })
  if (!first.conflict) {
    return settle(first)
  }
  return aloneUnless(isAlone, async () => {
    const until = performance.now() + timeoutMs
    let last = first
    for (let count = 1; count < attempts && performance.now() < until; count += 1) {
      last = await attempt(run, { isAlone: true })
      if (!last.conflict) {
        return settle(last)
      }
      const longest = Math.min(250, 4 * 2 ** Math.min(count, 6))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
    }
    throw new ConflictRetryError(attempts, last.conflict)
  })
}

/** The run that the current step belongs to; for database adapters. */
export const currentConflictScope = (): ConflictScope | undefined => scopes.getStore()

type Outcome<T> = { conflict?: unknown; error?: unknown; value?: T; isError: boolean }

const attempt = async <T>(run: () => Promise<T>, scope: ConflictScope): Promise<Outcome<T>> => {
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

/**
 * Repeated operations of one process go one after the other, so that a crowd of writers to one document does not
 * defeat each other again and again. The line is left after ten seconds, so that no operation can stop the others.
 */
const aloneUnless = async <T>(isAlone: boolean, repeat: () => Promise<T>): Promise<T> => {
  if (isAlone) {
    return repeat()
  }
  const before = line.tail
  let leave: () => void = () => undefined
  line.tail = new Promise((resolve) => {
    leave = resolve
  })
  await before
  const impatience = setTimeout(leave, 10_000)
  try {
    return await repeat()
  } finally {
    clearTimeout(impatience)
    leave()
  }
}

type Shared = { line: { tail: Promise<void> }; scopes: AsyncLocalStorage<ConflictScope> }

// On globalThis, for the admin's bundler makes a second copy of this module in the same process.
const key = Symbol.for('qiao.database.conflicts')
const holder = globalThis as { [key]?: Shared }
const { line, scopes } = (holder[key] ??= {
  line: { tail: Promise.resolve() },
  scopes: new AsyncLocalStorage<ConflictScope>(),
})
