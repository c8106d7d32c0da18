import { Counter, Gauge, type Registry } from 'prom-client'

import type { CacheStats } from '../read-cache/cache-stats.ts'

/** Tells what the read cache has counted, and how large it is. */
export const observeCache = ({
  registry,
  stats,
}: {
  registry: Registry
  stats: () => CacheStats
}): void => {
  const registers = [registry]
  new Counter({
    collect() {
      const { hits, joins, misses } = stats()
      this.reset()
      this.inc({ result: 'hit' }, hits)
      this.inc({ result: 'join' }, joins)
      this.inc({ result: 'miss' }, misses)
    },
    help: 'Questions that may be answered from memory, by result: hit; join, of one that was being answered; miss.',
    labelNames: ['result'],
    name: 'qiao_cache_requests_total',
    registers,
  })
  const counters = {
    drops: ['drops', 'How often something that was written was looked for among the kept answers.'],
    overtaken: [
      'not_kept',
      'Answers not kept, for what they were made from was written meanwhile.',
    ],
  } as const
  for (const key of ['drops', 'overtaken'] as const) {
    const [word, help] = counters[key]
    new Counter({
      collect() {
        this.reset()
        this.inc(stats()[key])
      },
      help,
      name: `qiao_cache_${word}_total`,
      registers,
    })
  }
  for (const [key, help] of [
    ['bytes', 'Bytes of the kept answers.'],
    ['entries', 'Answers that are kept.'],
  ] as const) {
    new Gauge({
      collect() {
        this.set(stats()[key])
      },
      help,
      name: `qiao_cache_${key}`,
      registers,
    })
  }
}
