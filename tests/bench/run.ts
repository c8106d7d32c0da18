import { cpus } from 'node:os'

import type { Measurement } from './bench.ts'
import { openDatabases } from './databases.ts'
import type { Line } from './line.ts'
import { startLoad } from './load.ts'
import { measureEditing } from './measure-editing.ts'
import { measureGrowth } from './measure-growth.ts'
import { measureImport } from './measure-import.ts'
import { measureMemory } from './measure-memory.ts'
import { measurePublishing } from './measure-publishing.ts'
import { measureReads } from './measure-reads.ts'
import { measureStatistics } from './measure-statistics.ts'
import { measureVisibility } from './measure-visibility.ts'
import { report } from './report.ts'
import { settings } from './settings.ts'
import { stopStarted } from './started.ts'

/**
 * `npm run bench`: what the service costs and how fast it is, in one run on one machine, beside bare Payload and bare
 * Express. It makes its own data, and writes what it found to `BENCH_RESULTS` (`data/bench`). `BENCH_FULL=1` measures as
 * much as the targets name; else it takes some minutes. `BENCH_ONLY=reads,memory` measures that alone; `DATABASE_URL`
 * of a MongoDB server measures there. More in settings.ts.
 */
const measurements: Record<string, Measurement> = {
  reads: measureReads,
  statistics: measureStatistics,
  growth: measureGrowth,
  editing: measureEditing,
  visibility: measureVisibility,
  import: measureImport,
  memory: measureMemory,
  publishing: measurePublishing,
}

const databases = await openDatabases()
const { load, stop } = await startLoad()
const lines: Line[] = []
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ` +
    `${settings.databaseUrl?.startsWith('mongodb') ? 'MongoDB' : 'SQLite'}, ${settings.isFull ? 'full' : 'quick'}`,
)
try {
  for (const [name, measure] of Object.entries(measurements)) {
    if (settings.only && !settings.only.includes(name)) continue
    const begunAt = performance.now()
    try {
      lines.push(...(await measure({ databases, load })))
    } catch (error) {
      // What the others found is not lost.
      console.error(`${name} could not be measured:`, error)
      process.exitCode = 1
      continue
    } finally {
      await stopStarted()
    }
    console.log(`Measured ${name} in ${((performance.now() - begunAt) / 1000).toFixed(0)} s`)
  }
  await report(lines)
} finally {
  await stop()
  await databases.removeAll()
}
