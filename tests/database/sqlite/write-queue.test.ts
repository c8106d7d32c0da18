import { expect, test } from 'vitest'

import { createWriteQueue, WriteQueueError } from '../../../src/database/sqlite/write-queue.ts'

/** Lets every step that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('writers go one after the other in the order in which they came', async () => {
  const queue = createWriteQueue()
  const order: number[] = []
  await Promise.all(
    [1, 2, 3].map((name) =>
      queue.isolate(async () => {
        const lease = await queue.acquire()
        order.push(name)
        await settle()
        order.push(name)
        lease.release()
      }),
    ),
  )
  expect(order).toEqual([1, 1, 2, 2, 3, 3])
})

test('a writer that waits for itself is refused and told why', async () => {
  const queue = createWriteQueue({ lockTimeoutMs: 60 })
  const lease = await queue.acquire()
  await expect(queue.acquire()).rejects.toThrow(/without `req`/)
  lease.release()
  const next = await queue.acquire()
  next.release()
})

test('a writer behind a long line that moves is not refused', async () => {
  const queue = createWriteQueue({ lockTimeoutMs: 40 })
  const started = performance.now()
  await Promise.all(
    Array.from({ length: 30 }, () =>
      queue.isolate(async () => {
        const lease = await queue.acquire()
        const until = performance.now() + 5
        while (performance.now() < until) {
          await settle()
        }
        lease.release()
      }),
    ),
  )
  expect(performance.now() - started).toBeGreaterThan(120)
})

test('a holder that is lost is told so, and the next one goes on', async () => {
  const queue = createWriteQueue({ lockTimeoutMs: 20 })
  const abandoned = await queue.isolate(() => queue.acquire())
  let isTold = false
  abandoned.onLost = () => {
    isTold = true
    abandoned.release()
  }
  await expect(queue.isolate(() => queue.acquire())).rejects.toThrow(WriteQueueError)
  await queue.idle()
  expect(isTold).toBe(true)
  const next = await queue.acquire()
  next.release()
})
