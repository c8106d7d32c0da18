/**
 * A text as XML, JSON and calendars can carry it: without control characters, halves of surrogate pairs and what Unicode
 * says is no character. Anything but a text is none.
 */
export const cleanText = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/\r\n?|\u2028|\u2029/g, '\n')
        .replace(controls, '')
        .replace(/\p{Surrogate}/gu, '\uFFFD')
    : ''

/** The same on one line. */
export const cleanLine = (value: unknown): string => cleanText(value).replace(/\s+/g, ' ').trim()

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Cut at a word, or in Chinese at a character, with an ellipsis. */
export const shorten = (text: string, longest: number): string => {
  const characters = Array.from(text)
  if (characters.length <= longest) return text
  const cut = characters.slice(0, longest - 1).join('')
  const atWord = cut.replace(/[\p{Script=Latin}\p{N}'’-]+$/u, '')
  return `${(atWord.length > cut.length / 2 ? atWord : cut).trimEnd()}…`
}

// Tab and line feed stay.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
