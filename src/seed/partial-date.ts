/** `2007`, `2006-06` or `1992-07-22` as the group that a partial date is stored as. */
export const known = (text: string): { date: string; precision: 'day' | 'month' | 'year' } => {
  const [year = '', month = '01', day = '01'] = text.split('-')
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day'
  return { date: onDay(`${year}-${month}-${day}`), precision }
}

/** A day as Payload stores days: at noon, which is the same day in every office. */
export const onDay = (text: string): string => `${text}T12:00:00.000Z`
