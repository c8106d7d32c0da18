import type { Payload } from 'payload'

import { tryLinking } from './link-entries.ts'

const everyMs = 1000

/** Links once a second what has been written, by this process or another one, until the database is closed. */
export const keepLinking = (payload: Payload): void => {
  const state = { failures: 0, isStopped: false, run: Promise.resolve(), timer: undefined as Timer }
  const tick = () => {
    state.run = tryLinking(payload, state.failures).then((failures) => {
      state.failures = failures
      if (!state.isStopped) state.timer = setTimeout(tick, everyMs).unref()
    })
  }
  state.timer = setTimeout(tick, everyMs).unref()

  const { destroy } = payload.db
  payload.db.destroy = async () => {
    state.isStopped = true
    clearTimeout(state.timer)
    await state.run
    await tryLinking(payload)
    await destroy?.call(payload.db)
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined
