import { type Content, type ContentField, fieldsOf, isContent } from '../content/content-field.ts'

/** A way to a field: names of fields, and rows known by their id, for some may be taken out after this. */
export type Step = string | { at: number; id: unknown }

export type Fallen = { locale: string; steps: Step[] }

type Given = {
  /** The language whose text a field shall have, and what stands in for it, in this order. Not empty. */
  chain: readonly string[]
  fields: readonly ContentField[]
  part: Content
  /** The language that the document is asked in, under which each text is put. */
  under: string
}

/**
 * A document in which each localized field holds one text: that of the first language of the chain, or where this is
 * empty, of the next one that has any. Tells where a text of another language stands in.
 */
export const inOneLanguage = (given: Given): { fallen: Fallen[]; part: Content } => {
  const fallen: Fallen[] = []
  return { fallen, part: project({ ...given, fallen, steps: [] }) }
}

const project = ({
  fallen,
  steps,
  ...given
}: Given & { fallen: Fallen[]; steps: Step[] }): Content => {
  const { chain, fields, part, under } = given
  const result = { ...part }
  for (const field of fields) {
    const value = part[field.name]
    const here = [...steps, field.name]
    if (field.localized) {
      if (!isContent(value)) continue
      // A status is about the document's own language.
      const locale =
        field.name === '_status'
          ? chain[0]
          : (chain.find((each) => !isEmpty(value[each])) ?? chain[0])
      if (locale === undefined) continue
      result[field.name] = { [under]: value[locale] }
      if (locale !== chain[0]) fallen.push({ locale, steps: here })
    } else if (Array.isArray(value)) {
      result[field.name] = value.map((row: unknown, at) =>
        isContent(row)
          ? project({
              ...given,
              fallen,
              fields: fieldsOf(field, row),
              part: row,
              steps: [...here, { at, id: row.id }],
            })
          : row,
      )
    } else if (isContent(value) && field.flattenedFields) {
      result[field.name] = project({
        ...given,
        fallen,
        fields: field.flattenedFields,
        part: value,
        steps: here,
      })
    }
  }
  return result
}

/** Nothing, no text, no row, rich text without anything in it, or a group of such. A space is what somebody wrote. */
export const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (!isContent(value)) return false
  return 'root' in value ? isEmptyNode(value.root) : Object.values(value).every(isEmpty)
}

const isEmptyNode = (node: unknown): boolean => {
  if (!isContent(node)) return true
  if (typeof node.text === 'string') return node.text === ''
  const children: unknown[] = Array.isArray(node.children) ? node.children : []
  return (
    ['linebreak', 'paragraph', 'root'].includes(String(node.type)) && children.every(isEmptyNode)
  )
}

/** Where the fallen back texts of a document stand, after whatever was taken out of it. */
export const pathsOfFallen = (doc: Content, fallen: readonly Fallen[]): FallenBackField[] =>
  fallen.flatMap(({ locale, steps }) => {
    const path: (number | string)[] = []
    let value: unknown = doc
    for (const step of steps) {
      const next = typeof step === 'string' ? step : placeOf(value, step)
      value = (value as Record<number | string, unknown> | null | undefined)?.[next]
      path.push(next)
    }
    return isEmpty(value) ? [] : [{ path: path.join('.'), locale }]
  })

const placeOf = (rows: unknown, { at, id }: { at: number; id: unknown }): number =>
  id === undefined || !Array.isArray(rows)
    ? at
    : rows.findIndex((row: unknown) => isContent(row) && row.id === id)

/** A field whose text is in another language than its document. */
export type FallenBackField = {
  /** The way to the field, such as `seo.description` or `speakers.0.position`. */
  path: string
  /** The language it is in. */
  locale: string
}
