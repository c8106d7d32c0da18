import { isContent } from '../content/content-field.ts'

/** What a person can read of any field's value, for setting two of them side by side. */
export const readable = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join('\n')
  if (!isContent(value)) return typeof value === 'string' ? value : JSON.stringify(value)
  if (isContent(value.root)) return readable(value.root)
  if (typeof value.text === 'string' && 'version' in value) return value.text
  if (Array.isArray(value.children)) {
    const isInline = value.children.every((child) => isContent(child) && 'text' in child)
    return value.children.map(readable).join(isInline ? '' : '\n')
  }
  return Object.entries(value)
    .filter(([name]) => name !== 'id' && name !== 'blockType')
    .map(([, part]) => readable(part))
    .filter(Boolean)
    .join('\n')
}
