export type Sample = { labels: Record<string, string>; name: string; value: number }

export type Exposition = {
  /** What is against the rules of the text format, or against Prometheus' conventions for names. */
  faults: string[]
  samples: Sample[]
  /** The sum of the samples of that name that have these labels. */
  valueOf: (name: string, labels?: Record<string, string>) => number
}

/** Reads the text format of Prometheus, version 0.0.4, by its rules. */
export const parseExposition = (text: string): Exposition => {
  const faults: string[] = []
  const samples: Sample[] = []
  const types = new Map<string, string>()
  const helped = new Set<string>()
  const seen = new Set<string>()
  if (!text.endsWith('\n')) faults.push('The last line does not end.')
  for (const line of text.split('\n')) {
    if (line === '') continue
    const comment = /^# (HELP|TYPE) ([a-zA-Z_:][\w:]*) (.+)$/.exec(line)
    if (comment) {
      const [, kind, name = '', rest = ''] = comment
      if (kind === 'HELP') helped.add(name)
      else if (types.has(name)) faults.push(`${name} has two types.`)
      else types.set(name, rest)
      continue
    }
    const parsed = readSample(line)
    if (!parsed) {
      faults.push(`Not a sample: ${line}`)
      continue
    }
    const { labels, name } = parsed
    const key = `${name} ${JSON.stringify(Object.entries(labels).toSorted())}`
    if (seen.has(key)) faults.push(`Twice: ${key}`)
    seen.add(key)
    const family = familyOf(name, types)
    if (!family) faults.push(`${name} has no type before it.`)
    else if (!helped.has(family)) faults.push(`${family} has no help.`)
    samples.push(parsed)
  }
  faults.push(...[...types].flatMap(([name, type]) => nameFaults(name, type)))
  for (const [name, type] of types) {
    if (type === 'histogram') faults.push(...histogramFaults(name, samples))
  }
  return {
    faults,
    samples,
    valueOf: (name, labels = {}) =>
      samples
        .filter((sample) => sample.name === name && matches(sample.labels, labels))
        .reduce((sum, { value }) => sum + value, 0),
  }
}

const readSample = (line: string): Sample | undefined => {
  const parts =
    /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (\S+)$/.exec(line)
  if (!parts) return undefined
  const [, name = '', labelText = '', number = ''] = parts
  const isNumber = /^(?:[+-]?inf|nan)$/i.test(number) || !Number.isNaN(Number(number))
  if (!isNumber) return undefined
  const value = number === '+Inf' ? Infinity : Number(number)
  const labels = Object.fromEntries(
    [...labelText.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)].map(
      ([, key = '', text = '']) => [key, text],
    ),
  )
  return { labels, name, value }
}

const familyOf = (name: string, types: Map<string, string>): string | undefined => {
  if (types.has(name)) return name
  const base = name.replace(/_(?:bucket|sum|count)$/, '')
  return ['histogram', 'summary'].includes(types.get(base) ?? '') ? base : undefined
}

const nameFaults = (name: string, type: string): string[] => {
  const isTotal = name.endsWith('_total')
  if (isTotal !== (type === 'counter')) return [`${name} is a ${type}.`]
  return /_(?:ms|milliseconds|minutes|kb|mb|percent)(?:_|$)/.test(name)
    ? [`${name} is not in seconds, bytes or ratios.`]
    : []
}

const histogramFaults = (name: string, samples: Sample[]): string[] => {
  const groups = new Map<string, { count?: number; rows: [number, number][] }>()
  for (const sample of samples) {
    if (!sample.name.startsWith(`${name}_`)) continue
    const { le = '', ...labels } = sample.labels
    const key = JSON.stringify(Object.entries(labels).toSorted())
    const group = groups.get(key) ?? { rows: [] }
    groups.set(key, group)
    if (sample.name === `${name}_bucket`)
      group.rows.push([le === '+Inf' ? Infinity : Number(le), sample.value])
    if (sample.name === `${name}_count`) group.count = sample.value
  }
  return [...groups].flatMap(([key, { count, rows }]) => {
    const isRising = rows.every(
      ([bound, value], index) =>
        index === 0 || (bound > rows[index - 1]![0] && value >= rows[index - 1]![1]),
    )
    const [last, total] = rows.at(-1) ?? []
    return isRising && last === Infinity && total === count
      ? []
      : [`${name}${key} does not add up.`]
  })
}

const matches = (labels: Record<string, string>, wanted: Record<string, string>): boolean =>
  Object.entries(wanted).every(([name, value]) => labels[name] === value)
