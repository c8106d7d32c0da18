import { isRecord } from '../is-record.ts'

/** The text of a value as one line: a text, or a rich text without its markup. Empty for anything else. */
export const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : partsOf(value).join('')).replace(/\s+/g, ' ').trim()

/** Cut at a word, or in Chinese at a character, with an ellipsis. */
export const shorten = (text: string, longest: number): string => {
  const characters = Array.from(text)
  if (characters.length <= longest) return text
  const cut = characters.slice(0, longest - 1).join('')
  const atWord = cut.replace(/[\p{Script=Latin}\p{N}'’-]+$/u, '')
  const kept = atWord.length > cut.length / 2 ? atWord : cut
  return `${kept.replace(/[\s,;:，；：、—–-]+$/u, '')}…`
}

/** All values at a path, through groups and the rows of arrays: `gallery.image`. */
export const valuesAt = (value: unknown, path: string): unknown[] => {
  const [first = '', ...rest] = path.split('.')
  const inside = Array.isArray(value) ? (value as unknown[]) : [value]
  const found = inside.flatMap((part) => (isRecord(part) ? [part[first]].flat() : []))
  return rest.length === 0 ? found : found.flatMap((part) => valuesAt(part, rest.join('.')))
}

/** The first path at which there is a text. */
export const firstText = (doc: unknown, paths: readonly string[]): string => {
  for (const path of paths) {
    const text = textOf(valuesAt(doc, path)[0])
    if (text) return text
  }
  return ''
}

/** Only what was written as text: links and blocks carry addresses and ids, too. */
const partsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (!isRecord(value)) return []
  const { children, root, text, type } = value
  if (typeof text === 'string') return [text]
  if (type === 'linebreak') return [' ']
  const within = partsOf(root ?? children)
  return children && type !== 'link' && type !== 'autolink' ? [...within, ' '] : within
}
