import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

export type Line = { bytes: number; number: number; text: string }

/** The lines of a file, one after the other, with their numbers from 1; empty ones are passed over. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const input = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })
  const lines = createInterface({ crlfDelay: Infinity, input })
  let bytes = 0
  let number = 0
  try {
    for await (const raw of lines) {
      number += 1
      bytes += Buffer.byteLength(raw) + 1
      const text = number === 1 ? raw.replace(/^\uFEFF/, '') : raw
      if (text.trim()) yield { bytes, number, text }
    }
  } finally {
    lines.close()
    input.destroy()
  }
}
