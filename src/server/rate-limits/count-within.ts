import type { Logger } from 'pino'

import { countInMemory } from './count-in-memory.ts'
import type { Counter } from './counter.ts'

/**
 * Counts, or, when that fails or takes longer than `ms`, counts in memory: a request is not refused, nor kept waiting,
 * because it could not be counted. The log says so once in a while.
 */
export const countWithin = (
  ms: number,
  { counter, logger }: { counter: Counter; logger: Pick<Logger, 'warn'> },
): Counter => {
  const instead = countInMemory()
  let restsUntil = 0
  return async (name) => {
    if (Date.now() < restsUntil) return await instead(name)
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(reject, ms, new Error(`Counting took longer than ${ms} ms.`))
    })
    try {
      return await Promise.race([counter(name), timeout])
    } catch (error) {
      restsUntil = Date.now() + restMs
      logger.warn(
        { err: error },
        'Requests could not be counted in the database; each process counts its own for a while.',
      )
      return await instead(name)
    } finally {
      clearTimeout(timer)
    }
  }
}

const restMs = 5000
