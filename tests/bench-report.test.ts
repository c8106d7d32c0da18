import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'

import { drawPlot, type PlottedLine } from './bench/draw-plot.ts'
import { isMet, type Line, median, targetText } from './bench/line.ts'

const line = (parts: Partial<Line>): Line => ({ key: 'a', values: [1], what: 'a', ...parts })

describe('a line of the bench', () => {
  it('is judged by the middle of its rounds', () => {
    expect(median([9, 1, 2])).toBe(2)
    expect(median([1, 2, 4, 100])).toBe(3)
    expect(isMet(line({ target: { atLeast: 2 }, values: [1, 2, 9] }))).toBe(true)
    expect(isMet(line({ target: { atMost: 1.9 }, values: [1, 2, 9] }))).toBe(false)
    expect(isMet(line({}))).toBe(undefined)
  })

  it('that measured nothing has reached no target', () => {
    expect(isMet(line({ target: { atLeast: 0 }, values: [] }))).toBe(false)
    expect(isMet(line({ target: { atMost: 9 }, values: [NaN] }))).toBe(false)
  })

  it('says its target', () => {
    expect(targetText(line({ target: { atMost: 1.2 } }))).toBe('≤ 1.2')
    expect(targetText(line({}))).toBe('')
  })
})

describe('the plot', () => {
  const plotted = (given: Line): PlottedLine => ({
    ...given,
    isMet: isMet(given),
    median: median(given.values),
  })
  const draw = (lines: Line[]) =>
    drawPlot({
      database: 'SQLite',
      lines: lines.map(plotted),
      machine: '2 × <one>',
      mode: 'quick',
      node: 'v20',
    })

  it('shows rates and targets, and is well formed whatever the words are', () => {
    const svg = draw([
      line({ unit: 'per second', values: [8000], what: 'Express & others' }),
      line({ target: { atMost: 0 }, values: [0], what: 'stale answers' }),
      line({ target: { atLeast: 20 }, values: [NaN], what: 'not measured' }),
    ])
    const open: string[] = []
    const parser = new Parser(
      {
        onclosetag: (name) => expect(open.pop()).toBe(name),
        onopentag: (name) => open.push(name),
      },
      { xmlMode: true },
    )
    parser.end(svg)
    expect(open).toEqual([])
    expect(svg).toContain('Express &amp; others')
    expect(svg).not.toContain('<one>')
    expect(svg).not.toMatch(/(?:width|x|x1)="(?:NaN|-|Infinity)/)
  })

  it('is drawn when there is nothing to show', () => {
    expect(draw([])).not.toContain('NaN')
  })
})
