import type { Payload } from 'payload'
import { afterEach, expect, it, vi } from 'vitest'

import { watchDataVersion } from '../../../src/database/sqlite/watch-data-version.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A watch over a database of which is told what the test says. */
const watch = () => {
  vi.useFakeTimers({ toFake: ['clearInterval', 'performance', 'setInterval'] })
  const connection = {}
  let version = 1
  let isAnswering = true
  const told: boolean[] = []
  const db = {
    readDataVersion: () =>
      isAnswering ? Promise.resolve({ connection, version }) : Promise.reject(new Error('No.')),
  }
  // Only what it uses.
  const payload = { db, logger: { debug: () => undefined } } as unknown as Payload
  const watching = watchDataVersion({
    currentForMs: 800,
    payload,
    tell: () => told.push(watching.isCurrent()),
  })
  return {
    fail: (fails: boolean) => (isAnswering = !fails),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    /** Time that passes while the process is busy, so that no timer comes to its turn. */
    stall: (ms: number) => {
      const now = performance.now()
      vi.spyOn(performance, 'now').mockReturnValue(now + ms)
    },
    told,
    watching,
    write: () => (version += 1),
  }
}

it('what others write is told within a tenth of a second', async () => {
  const { pass, told, watching, write } = watch()
  await pass(0)
  expect(told).toHaveLength(1)
  expect(watching.isCurrent()).toBe(true)
  await pass(500)
  expect(told).toHaveLength(1)
  write()
  await pass(100)
  expect(told).toHaveLength(2)
  await watching.stop()
  expect(watching.isCurrent()).toBe(false)
})

it('after 0.8 seconds in which nobody could look, nothing counts as current until somebody has', async () => {
  const { stall, pass, told, watching, write } = watch()
  await pass(0)
  write()
  stall(801)
  expect(watching.isCurrent()).toBe(false)
  await pass(100)
  // It was told before anything counted as current again.
  expect(told).toEqual([false, false])
  expect(watching.isCurrent()).toBe(true)
  vi.restoreAllMocks()
  await watching.stop()
})

it('a database that does not answer is not current after 0.8 seconds, and may have changed meanwhile', async () => {
  const { fail, pass, told, watching } = watch()
  await pass(0)
  fail(true)
  await pass(700)
  expect(watching.isCurrent()).toBe(true)
  await pass(200)
  expect(watching.isCurrent()).toBe(false)
  fail(false)
  await pass(100)
  expect(told).toHaveLength(2)
  expect(watching.isCurrent()).toBe(true)
  await watching.stop()
})
