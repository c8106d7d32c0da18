import type { Writable } from 'node:stream'

export type Progress = {
  done: () => void
  show: (state: { documents: number; failed?: number; part: number }) => void
}

/** One line that is drawn anew on a terminal; elsewhere a line every ten seconds. */
export const showProgress = (
  output: Writable & { isTTY?: boolean },
  now: () => number = () => performance.now(),
): Progress => {
  const start = now()
  const everyMs = output.isTTY ? 200 : 10_000
  let last = start - everyMs
  let isDrawn = false
  return {
    done: () => {
      if (isDrawn) output.write('\r\u{1b}[K')
    },
    show: ({ documents, failed = 0, part }) => {
      if (now() - last < everyMs) return
      last = now()
      const line = progressLine({ documents, failed, part, seconds: (last - start) / 1000 })
      output.write(output.isTTY ? `\r\u{1b}[K${line}` : `${line}\n`)
      isDrawn = Boolean(output.isTTY)
    },
  }
}

const width = 24

/** `[########----------------]  33 %  1,200 documents  412/s  1 failed  about 6 s left` */
export const progressLine = ({
  documents,
  failed,
  part,
  seconds,
}: {
  documents: number
  failed: number
  /** How much is done, from 0 to 1. */
  part: number
  seconds: number
}): string => {
  const known = Math.max(0, Math.min(1, part))
  const filled = Math.round(known * width)
  const left = known > 0 ? Math.round((seconds / known) * (1 - known)) : undefined
  return [
    `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`,
    `${Math.round(known * 100)} %`.padStart(5),
    `${documents.toLocaleString('en')} documents`,
    `${Math.round(documents / Math.max(seconds, 0.001))}/s`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(left === undefined ? [] : [`about ${left} s left`]),
  ].join('  ')
}
