import autocannon, { type Result } from 'autocannon'

import type { LoadOptions, LoadResult } from './load.ts'

/** Asks as fast as it can, in a process of its own, so that it does not share an event loop with whoever answers. */
process.on('message', (options: LoadOptions) => {
  void run(options).then((result) => process.send?.(result))
})
process.send?.('ready')

const run = async ({ amount, paths, seconds, url }: LoadOptions): Promise<LoadResult> => {
  const times: number[] = []
  const begunAt = performance.now()
  const {
    '5xx': faults,
    duration,
    errors,
    non2xx,
  } = await new Promise<Result>((resolve, reject) => {
    const options: autocannon.Options = {
      connections: 10,
      ...(amount === undefined ? { duration: seconds ?? 1 } : { amount }),
      ...(paths.length === 1 ? {} : { requests: paths.map((path) => ({ path })) }),
      url: `${url}${paths.length === 1 ? (paths[0] ?? '') : ''}`,
    }
    const running = autocannon(options, (error, result) => {
      if (error) reject(error as Error)
      else resolve(result)
    })
    running.on('response', (...[, , , ms]: [unknown, number, number, number]) => {
      times.push(ms)
    })
  })
  const elapsed = amount === undefined ? duration : (performance.now() - begunAt) / 1000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.floor(times.length * part)] ?? NaN
  return {
    count: times.length,
    errors: errors + faults,
    non2xx,
    p50: at(0.5),
    p99: at(0.99),
    perSecond: times.length / elapsed,
  }
}
