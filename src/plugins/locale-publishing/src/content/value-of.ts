import { type Content, type ContentField, isContent } from './content-field.ts'

export const rowsOf = (value: unknown): Content[] =>
  Array.isArray(value) ? value.filter(isContent) : []

/** What makes a row the same one in another state of the document. */
export const keyOf = ({ blockType, id }: Content): string => JSON.stringify([id, blockType])

/** One text for each value, whether it was read, sent by a form or written by hand. */
export const valueOf = (field: ContentField, value: unknown): string => {
  if (value === undefined || value === null || value === '') return ''
  if (Array.isArray(value)) {
    return value.length ? JSON.stringify(value.map((each) => valueOf(field, each))) : ''
  }
  if (field.type === 'checkbox' && value === false) return ''
  if (field.type === 'date' && (typeof value === 'string' || value instanceof Date)) {
    return String(new Date(value).getTime())
  }
  if (isContent(value)) {
    if (['relationship', 'upload'].includes(field.type)) {
      const { relationTo } = value
      const target = value.value ?? value
      const id = isContent(target) ? target.id : target
      return JSON.stringify([relationTo, id])
    }
    return inOrder(value)
  }
  const isReference = ['relationship', 'upload'].includes(field.type)
  return JSON.stringify(isReference ? [undefined, value] : value)
}

/** As JSON, whatever the order in which its keys were written. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isContent(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
