import { expect } from 'vitest'

export const day = (text: string): unknown => expect.stringMatching(`^${text}T`)

/** A partial date as GraphQL returns it. */
export const known = (date: string, precision: 'day' | 'month' | 'year') => ({
  date: day(date),
  precision,
})

export const figures = `figures {
  metric qualifier value unit currency asOf { date precision } source
}`

type Figure = { metric: string }

export const figuresOn = (doc: { figures: Figure[] }, metric: string): Figure[] =>
  doc.figures.filter((figure) => figure.metric === metric)
