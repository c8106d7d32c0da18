import type { Payload } from 'payload'

import { runDueSchedules, type RunOptions } from './run-due-schedules.ts'

/**
 * Does what is due, from now on: first what became due while nobody ran. It asks the database again and again rather
 * than wait for a time, so neither a restart nor a clock that is set anew makes it miss anything.
 *
 * @returns a function that ends it; it resolves when nothing is under way any more
 */
export const startSchedules = (
  payload: Payload,
  {
    everyMs = 5000,
    repeat,
  }: Pick<RunOptions, 'repeat'> & {
    /** Milliseconds between two looks. @default 5000 */
    everyMs?: number
  } = {},
): (() => Promise<void>) => {
  const ending = new AbortController()
  const { signal } = ending
  let timer: NodeJS.Timeout | undefined
  const run = async (): Promise<void> => {
    try {
      await runDueSchedules(payload, { signal, ...(repeat ? { repeat } : {}) })
    } catch (error) {
      payload.logger.error({ err: error, msg: 'Scheduled publications could not be looked up' })
    }
    if (!signal.aborted) timer = setTimeout(begin, everyMs)
  }
  let underWay = Promise.resolve()
  const begin = (): void => {
    underWay = run()
  }
  begin()
  return () => {
    ending.abort()
    clearTimeout(timer)
    return underWay
  }
}
