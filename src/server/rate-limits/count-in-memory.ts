import { type Counter, endOfWindow } from './counter.ts'

/** For the one process there is. What was counted is forgotten with its window, so it cannot grow without end. */
export const countInMemory = (): Counter => {
  const counts = new Map<string, number>()
  let window = 0
  return (name) => {
    const resetAt = endOfWindow()
    if (resetAt.getTime() !== window) {
      counts.clear()
      window = resetAt.getTime()
    }
    const hits = (counts.get(name) ?? 0) + 1
    counts.set(name, hits)
    return Promise.resolve({ hits, resetAt })
  }
}
