import type { Collection, FlattenedField, PayloadRequest } from 'payload'

export type LocalizedPath =
  /** The same text in every language, or one whose language the path names. */
  | { kind: 'plain' }
  /** A text of the document for each language. */
  | { field: FlattenedField; kind: 'text'; pathIn: (locale?: string) => string }
  /** Why no database can be asked for the text that is shown in the end. */
  | { kind: 'unfit'; reason: string }

type Walk = {
  fields: readonly FlattenedField[]
  /** Whether the way has led into rows, of which a document has many. */
  isInRows?: boolean
  path: string
  req: PayloadRequest
}

/** What the path of a filter or a sort means while a fallback is asked for. */
export const localizedPath = ({ fields, isInRows = false, path, req }: Walk): LocalizedPath => {
  const segments = path.replaceAll('__', '.').split('.')
  let within = fields
  let isRow = isInRows
  for (let at = 0; at < segments.length; at++) {
    const field: FlattenedField | undefined = within.find(({ name }) => name === segments[at])
    if (!field) return plain
    const rest = segments.slice(at + 1)
    if (field.localized) {
      if (localesOf(req).includes(rest[0] ?? '')) return plain
      if (isRow) return unfit('it stands in rows')
      if (whole.has(field.type)) return unfit('it is more than one line of text')
      const before = segments.slice(0, at + 1)
      return {
        field,
        kind: 'text',
        pathIn: (locale) => [...before, ...(locale ? [locale] : []), ...rest].join('.'),
      }
    }
    if (field.type === 'relationship' || field.type === 'upload' || field.type === 'join') {
      return throughRelation({ field, path: rest.join('.'), req })
    }
    isRow ||= field.type === 'array' || field.type === 'blocks'
    within =
      field.type === 'blocks'
        ? field.blocks.flatMap((block) => (typeof block === 'string' ? [] : block.flattenedFields))
        : 'flattenedFields' in field
          ? field.flattenedFields
          : []
  }
  return plain
}

/** A text of another document has a language of its own. */
const throughRelation = ({
  field,
  path,
  req,
}: {
  field: Extract<FlattenedField, { type: 'join' | 'relationship' | 'upload' }>
  path: string
  req: PayloadRequest
}): LocalizedPath => {
  const collections: Partial<Record<string, Collection>> = req.payload.collections
  const targets = [field.type === 'join' ? field.collection : field.relationTo].flat()
  const kinds = targets.map((slug) =>
    localizedPath({ fields: collections[slug]?.config.flattenedFields ?? [], path, req }),
  )
  return kinds.every(({ kind }) => kind === 'plain') ? plain : unfit('it is of another document')
}

const plain: LocalizedPath = { kind: 'plain' }

const unfit = (reason: string): LocalizedPath => ({ kind: 'unfit', reason })

/** Whether there is anything in them is not for a database to say. */
const whole = new Set<FlattenedField['type']>([
  'array',
  'blocks',
  'group',
  'json',
  'richText',
  'tab',
])

const localesOf = ({ payload }: PayloadRequest): readonly string[] =>
  payload.config.localization ? payload.config.localization.localeCodes : []
