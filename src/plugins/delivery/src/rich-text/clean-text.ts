/**
 * A text as HTML, XML, JSON and calendars can carry it: without control characters and what Unicode says is no character,
 * and without the halves of characters that a cut through a surrogate pair leaves behind. Anything but a text or a
 * number is none.
 */
export const cleanText = (value: unknown): string => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (typeof value !== 'string') return ''
  return value
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(controls, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

// Tab and line feed stay.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
