import type { Line } from './line.ts'

export type PlottedLine = Line & { isMet: boolean | undefined; median: number }

/**
 * Draws the results as SVG: requests a second, and below how far each target was reached. Both scales are logarithmic;
 * the line in the lower half is the target itself.
 */
export const drawPlot = ({
  database,
  lines,
  machine,
  mode,
  node,
}: {
  database: string
  lines: PlottedLine[]
  machine: string
  mode: string
  node: string
}): string => {
  const rates = lines.filter(({ target, unit }) => unit === 'per second' && !target)
  const targets = lines.filter(({ target }) => target !== undefined)
  const upper = rates.map((line, index) => rateBar(line, top + index * step))
  const below = top + rates.length * step + (rates.length > 0 ? 60 : 0)
  const lower = targets.map((line, index) => targetBar(line, below + index * step))
  const height = below + targets.length * step + 40
  const goal = targets.length === 0 ? '' : goalMark(below, below + targets.length * step)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13">
<title>Results of npm run bench</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${text({ bold: true, content: 'Requests per second', x: margin, y: 28 })}
${rates.length > 0 && targets.length > 0 ? text({ bold: true, content: 'How far targets are reached', x: margin, y: below - 16 }) : ''}
${[...upper, ...lower, goal].join('\n')}
${text({ color: '#666666', content: `${database}, ${mode}; Node ${node}; ${machine}`, x: margin, y: height - 14 })}
</svg>
`
}

const width = 1060
const margin = 16
const top = 44
const step = 26
const labels = 570
const room = width - labels - 110

const rateBar = ({ median, what }: PlottedLine, y: number): string =>
  bar({
    color: what.startsWith('Qiao') ? '#b3261e' : '#8a8f98',
    label: what,
    length: Math.max(2, (Math.log10(Math.max(1, median)) / 4.5) * room),
    value: median >= 100 ? median.toFixed(0) : median.toFixed(1),
    y,
  })

/** Where the target is on the scale, which reaches from a tenth of it to ten times as good. */
const goalAt = room / 2

const targetBar = ({ isMet, median, target = { atLeast: 1 }, what }: PlottedLine, y: number) => {
  const isLeast = 'atLeast' in target
  const bound = isLeast ? target.atLeast : target.atMost
  const reached = isLeast ? median / bound : bound / median
  // None where none is allowed is as good as it gets.
  const decades = Math.log10(Number.isNaN(reached) ? 10 : Math.min(10, Math.max(0.1, reached)))
  return bar({
    color: isMet ? '#2e7d32' : '#b26a00',
    label: what,
    length: Math.max(2, goalAt * (1 + decades)),
    value: `${Number(median.toPrecision(3))} (${isLeast ? '≥' : '≤'} ${bound})`,
    y,
  })
}

const goalMark = (from: number, to: number): string =>
  `<line x1="${labels + goalAt}" x2="${labels + goalAt}" y1="${from - 8}" y2="${to}" stroke="#222222" stroke-dasharray="3 3"/>`

const bar = ({
  color,
  label,
  length,
  value,
  y,
}: {
  color: string
  label: string
  length: number
  value: string
  y: number
}): string =>
  [
    text({ anchor: 'end', content: label.slice(0, 76), x: labels - 8, y: y + 13 }),
    `<rect x="${labels}" y="${y}" width="${length.toFixed(1)}" height="18" rx="2" fill="${color}"/>`,
    text({ content: value, x: labels + length + 6, y: y + 13 }),
  ].join('')

const text = ({
  anchor = 'start',
  bold = false,
  color = '#222222',
  content,
  x,
  y,
}: {
  anchor?: 'end' | 'start'
  bold?: boolean
  color?: string
  content: string
  x: number
  y: number
}): string =>
  `<text x="${x.toFixed(1)}" y="${y}" fill="${color}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ''}>${escaped(content)}</text>`

const escaped = (content: string): string =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
