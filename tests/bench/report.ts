import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'

import { drawPlot } from './draw-plot.ts'
import { isMet, type Line, median, targetText } from './line.ts'
import { settings } from './settings.ts'

/** Prints the table and writes the files: `bench-results.json`, and `bench.svg` for people. */
export const report = async (lines: Line[]): Promise<void> => {
  console.table(
    lines.map((line) => ({
      what: line.what.slice(0, 78),
      median: rounded(median(line.values)),
      spread: spreadText(line.values),
      'by CPU': line.byCpu ? rounded(median(line.byCpu)) : '',
      unit: line.unit ?? '',
      target: targetText(line),
      met: { false: 'NO', true: 'yes', undefined: '' }[String(isMet(line))],
      note: line.note ?? '',
    })),
  )
  await mkdir(settings.results, { recursive: true })
  const results = {
    at: new Date().toISOString(),
    database: settings.databaseUrl?.startsWith('mongodb') ? 'MongoDB' : 'SQLite',
    lines: lines.map((line) => ({ ...line, isMet: isMet(line), median: median(line.values) })),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    mode: settings.isFull ? 'full' : 'quick',
    node: process.version,
  }
  const file = join(settings.results, 'bench-results.json')
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
  await writeFile(join(settings.results, 'bench.svg'), drawPlot(results))
  console.log(`Written to ${settings.results}`)
}

/** From the least to the most; of many values, the middle half. */
const spreadText = (values: number[]): string => {
  const sorted = values.toSorted((a, b) => a - b)
  const skipped = values.length < 8 ? 0 : Math.floor(values.length / 4)
  const [low = NaN, high = NaN] = [sorted.at(skipped), sorted.at(-1 - skipped)]
  return low === high ? '' : `${rounded(low)} to ${rounded(high)}`
}

const rounded = (value: number): number => Number(value.toPrecision(value >= 100 ? 4 : 3))
