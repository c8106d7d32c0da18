import type { FlattenedField, PayloadRequest } from 'payload'
import { APIError } from 'payload'

const always = new Set(['id', 'createdAt', 'updatedAt'])

/**
 * Throws 400 when a reader's filter or sort names what a reader may not search: another document's fields,
 * another language, fields that have a rule of their own or are marked `custom: { publicQuery: false }`, what refers to
 * the document, or what differs by language while all languages are asked for.
 */
export const refusePath = ({
  fields,
  path,
  req,
}: {
  fields: FlattenedField[]
  path: string
  req: PayloadRequest
}): void => {
  const segments = path.replaceAll('__', '.').split('.')
  const [first = ''] = segments
  if (always.has(first) && segments.length === 1) return
  walk({ fields, path, req, segments })
}

type Step = { fields: FlattenedField[]; path: string; req: PayloadRequest; segments: string[] }

const walk = ({ fields, path, req, segments }: Step): void => {
  const [name = '', ...rest] = segments
  const field = fields.find((each) => each.name === name)
  if (!field) throw refusal({ path, reason: `there is no public field “${name}”` })
  if (field.custom?.publicQuery === false || field.hidden || hasRule(field)) {
    throw refusal({ path, reason: 'this field is not public' })
  }
  if (field.type === 'join') {
    throw refusal({
      path,
      reason: 'it looks into other documents; ask for their collection instead',
    })
  }
  if (field.localized && req.locale === 'all') {
    throw refusal({ path, reason: 'it differs by language; ask for one language with “locale”' })
  }
  if (rest.length === 0) return
  if (field.type === 'relationship' || field.type === 'upload') {
    // `value` and `relationTo` are the parts of a reference to one of several collections.
    if (rest.length === 1 && ['id', 'relationTo', 'value'].includes(rest[0] ?? '')) return
    throw refusal({ path, reason: 'it looks into another document; filter by its id instead' })
  }
  if (field.type === 'blocks') {
    const inside = field.blocks.flatMap((block) =>
      typeof block === 'string' ? [] : block.flattenedFields,
    )
    return walk({ fields: inside, path, req, segments: rest })
  }
  if ('flattenedFields' in field) {
    if (rest.length === 1 && rest[0] === 'id') return
    return walk({ fields: field.flattenedFields, path, req, segments: rest })
  }
  throw refusal({
    path,
    reason: field.localized ? 'name the language with “locale” instead' : 'it has no parts',
  })
}

/** Payload looks at these rules for filters, and for sorts since not long ago; nobody needs to rely on it here. */
const hasRule = (field: FlattenedField): boolean => 'access' in field && Boolean(field.access?.read)

const refusal = ({ path, reason }: { path: string; reason: string }): APIError =>
  new APIError(
    `Cannot filter or sort by “${path}”: ${reason}.`,
    400,
    { code: 'QUERY_NOT_ALLOWED', field: path },
    true,
  )
