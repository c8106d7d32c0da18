type PartialDate = { date?: null | string; precision?: null | string }

/** A day, as schema.org writes it: `2019-05-13`. The time of day is how the editor keeps days, and means nothing. */
export const day = (value: null | string | undefined): null | string => value?.slice(0, 10) ?? null

/** As much of a date as is known: `1992`, `1992-07` or `1992-07-22`. */
export const partial = (value: PartialDate | null | undefined): null | string => {
  const { date, precision } = value ?? {}
  if (!date) return null
  return date.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)
}
