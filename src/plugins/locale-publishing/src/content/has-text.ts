import { type Content, type ContentField, fieldsOf, isContent } from './content-field.ts'

/** True when anything was written in this language: a text, a row or a caption. The status itself does not count. */
export const hasText = ({
  fields,
  locale,
  part,
}: {
  fields: readonly ContentField[]
  locale: string
  part: Content
}): boolean =>
  fields.some((field) => {
    const value = part[field.name]
    if (field.name === '_status') return false
    if (field.localized) return isContent(value) && !isBlank(value[locale])
    const parts: unknown[] = Array.isArray(value) ? value : [value]
    return parts.some(
      (each) => isContent(each) && hasText({ fields: fieldsOf(field, each), locale, part: each }),
    )
  })

/** Nothing, spaces, an empty list, or rich text of empty paragraphs. */
export const isBlank = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (!isContent(value)) return value === undefined || value === null
  return 'root' in value ? isEmptyNode(value.root) : Object.values(value).every(isBlank)
}

const isEmptyNode = (node: unknown): boolean => {
  if (!isContent(node)) return true
  if (typeof node.text === 'string') return node.text.trim() === ''
  const children: unknown[] = Array.isArray(node.children) ? node.children : []
  const isPlain = ['root', 'paragraph', 'linebreak'].includes(String(node.type))
  return isPlain && children.every(isEmptyNode)
}
