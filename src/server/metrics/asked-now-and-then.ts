import type { Logger } from 'pino'

/**
 * Figures that cost a query: asked anew when they are older than `seconds`, once for all who wait, and not there when
 * the answer does not come in time or fails, which the log says.
 */
export const askedNowAndThen = <T>({
  ask,
  logger,
  patienceMs = 2000,
  seconds = 5,
}: {
  ask: () => Promise<T>
  logger: Pick<Logger, 'warn'>
  /** @default 2000 */
  patienceMs?: number
  /** @default 5 */
  seconds?: number
}): (() => Promise<T | undefined>) => {
  let known: { answer: Promise<T | undefined>; until: number } | undefined
  return () => {
    if (known && performance.now() < known.until) return known.answer
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(reject, patienceMs, new Error(`No answer in ${patienceMs} ms.`))
    })
    const answer = Promise.race([ask(), timeout])
      .catch((error: unknown) => {
        logger.warn({ err: error, msg: 'Figures for the metrics could not be read' })
        return undefined
      })
      .finally(() => clearTimeout(timer))
    known = { answer, until: performance.now() + seconds * 1000 }
    return answer
  }
}
