import type { Content } from './resolve-content.ts'

/**
 * Gives the rows of `content` the ids that the saved document has at the same places,
 * so that a second language fills the same rows and does not make new ones.
 */
export const keepRowIds = ({ content, saved }: { content: Content; saved: unknown }): Content =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, keep(value, part(saved, name))]),
  )

const keep = (value: unknown, saved: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map((row: unknown, index) => {
      if (!isRecord(row)) return row
      const savedRow = part(saved, index)
      const id = part(savedRow, 'id')
      return { ...keepRowIds({ content: row, saved: savedRow }), ...(id ? { id } : {}) }
    })
  }
  // A rich text belongs to one language as a whole.
  if (!isRecord(value) || 'root' in value) return value
  return keepRowIds({ content: value, saved })
}

const part = (value: unknown, name: number | string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Record<number | string, unknown>)[name]
    : undefined

const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
