import type { Payload } from 'payload'

import { fillBatch, fillEmpty } from './fill/fill-public-documents.ts'
import { forgetGone } from './order/forget-gone.ts'
import { placeChanges } from './order/place-changes.ts'
import type { ChangesOptions } from './options.ts'

const everyMs = 1000
const hourMs = 60 * 60 * 1000

/**
 * Once a second, and beside the server's work: places what has changed, goes on making the register while it is not
 * complete, and every hour forgets what has been gone for long enough. It ends when the database is closed.
 */
export const keepUp = async (payload: Payload, options: ChangesOptions): Promise<void> => {
  const state = { failures: 0, forgotAt: 0, isStopped: false, run: Promise.resolve() }
  let timer: ReturnType<typeof setTimeout> | undefined
  /** @returns after how many milliseconds to go on */
  const work = async (): Promise<number> => {
    await placeChanges(payload)
    const begun = performance.now()
    // As long as a batch took, others have the processor and the database.
    if (await fillBatch({ options, payload })) return performance.now() - begun
    if (Date.now() - state.forgotAt > hourMs) {
      const hasMore = await forgetGone({ days: options.goneForDays, payload })
      if (!hasMore) state.forgotAt = Date.now()
    }
    return everyMs
  }
  const attempt = async (what: () => Promise<number>): Promise<number> => {
    try {
      const pauseMs = await what()
      state.failures = 0
      return pauseMs
    } catch (err) {
      state.failures += 1
      // Another process that was quicker is the usual reason, now and then.
      const level = state.failures % 60 === 5 ? 'error' : 'debug'
      payload.logger[level]({ err, msg: 'The register of public documents goes on a second later' })
      return everyMs
    }
  }
  const tick = (): void => {
    state.run = attempt(work).then((pauseMs) => {
      if (!state.isStopped) timer = setTimeout(tick, pauseMs).unref()
    })
  }
  const pauseMs = await attempt(() => fillEmpty({ options, payload }).then(() => 0))
  timer = setTimeout(tick, pauseMs).unref()

  const { destroy } = payload.db
  payload.db.destroy = async () => {
    state.isStopped = true
    clearTimeout(timer)
    await state.run
    await destroy?.call(payload.db)
  }
}
