import { join, resolve } from 'node:path'

import { root } from '../support/conventions/repository.ts'

const isFull = process.env.BENCH_FULL === '1'

const number = (name: string, { full, quick }: { full: number; quick: number }): number =>
  Number(process.env[name] ?? (isFull ? full : quick))

/** How much is measured. Quick takes some minutes, and says where it took less than the targets name. */
export const settings = {
  /** Where MongoDB is; databases beside the named one are made, and dropped at the end. A new SQLite file without. */
  databaseUrl: process.env.DATABASE_URL,
  isFull,
  /** Documents of the large database. */
  manyDocuments: number('BENCH_MANY_DOCUMENTS', { full: 100_000, quick: 10_000 }),
  /** Requests that memory is measured after. */
  manyRequests: number('BENCH_MANY_REQUESTS', { full: 1_000_000, quick: 100_000 }),
  /** Names of measurements, with commas between; all without. */
  only: process.env.BENCH_ONLY?.split(','),
  /** Rounds of publishing beside Payload alone. */
  publishes: number('BENCH_PUBLISHES', { full: 200, quick: 40 }),
  /** The folder of the results: `bench-results.json` and `bench.svg`. */
  results: resolve(process.env.BENCH_RESULTS ?? join(root, 'data', 'bench')),
  /** How often contenders take turns. */
  rounds: number('BENCH_ROUNDS', { full: 5, quick: 3 }),
  /** Seconds of one turn. */
  seconds: number('BENCH_SECONDS', { full: 5, quick: 2 }),
}

/** Documents of the small database. */
export const fewDocuments = 1000
