/** One line of the table: what was measured, and what it should be. */
export type Line = {
  /** The same by processor time, where it was measured. */
  byCpu?: number[]
  /** A word for programs. */
  key: string
  /** What to know when reading it. */
  note?: string
  target?: { atLeast: number } | { atMost: number }
  /** @default a ratio */
  unit?: 'ms' | 'per second' | 'stale answers'
  /** Of each round. */
  values: number[]
  what: string
}

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2
}

/** Whether the median reaches the target; nothing where there is none. */
export const isMet = ({ target, values }: Pick<Line, 'target' | 'values'>): boolean | undefined => {
  if (!target) return undefined
  return 'atLeast' in target ? median(values) >= target.atLeast : median(values) <= target.atMost
}

export const targetText = ({ target }: Pick<Line, 'target'>): string => {
  if (!target) return ''
  return 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`
}
