import {
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'

import { capList, capNumber, capRefusal } from './cap-number.ts'
import { isHeldToCaps } from './is-held-to-caps.ts'
import { publicCaps, staffCaps } from './public-caps.ts'
import { unknownSelection } from './unknown-selection.ts'

/**
 * Refuses (400) what a public reader asks for beyond the caps, or by names that are not there, which would be left out in
 * silence. People who work here, and keys for drafts, are not held to it; nor are reads of our own.
 */
export const capPublicReads: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) => {
  const { collection, currentDepth, ...asked } = args as Asked & {
    collection: { config: SanitizedCollectionConfig }
    /** Given when Payload itself reads what a document refers to. */
    currentDepth?: number
  }
  const { config } = collection
  const isOutside = req.payloadAPI !== 'local' && !overrideAccess && currentDepth === undefined
  if (!isOutside) return
  if (!isHeldToCaps(req)) {
    capWhere(asked.where, staffCaps)
    return
  }
  capDepth(asked)
  capWhere(asked.where)
  capSort(asked.sort)
  // `capListArguments` has looked at the rest.
  if (req.payloadAPI === 'GraphQL') return
  // An endpoint may read more than it was asked for; what was asked for stands in the address.
  capList(req.query)
  // Payload takes the text of `joins=false` apart into its letters, which are none of theirs.
  const isOff = asked.joins === false || Object.keys(asked.joins ?? {}).join() === '0,1,2,3,4'
  const joins = isOff ? {} : (asked.joins ?? {})
  for (const [path, join] of Object.entries(joins)) {
    if (!join) continue
    const field = `joins.${path}`
    capNumber({
      cap: publicCaps.joinLimit,
      field: `${field}.limit`,
      isAllAtZero: true,
      value: join.limit,
    })
    capWhere(join.where)
    capSort(join.sort)
  }
  const known = Object.values(config.joins).flatMap((each) => each.map(({ joinPath }) => joinPath))
  for (const path of Object.keys(joins)) refuseUnknown({ field: 'joins', known, name: path })
  // Versions hold the fields of the document below `version`.
  if (!req.pathname.includes('/versions'))
    checkSelection({ asked, fields: config.flattenedFields, req })
}

/** The same for globals, which are one document. */
export const capPublicGlobalReads: GlobalBeforeOperationHook = ({
  args,
  global,
  overrideAccess,
  req,
}) => {
  const isOutside = req.payloadAPI !== 'local' && !overrideAccess
  if (!isOutside || !isHeldToCaps(req)) return
  const asked = args as Asked
  capDepth(asked)
  if (req.payloadAPI === 'REST' && !req.pathname.includes('/versions'))
    checkSelection({ asked, fields: global.flattenedFields, req })
}

type Asked = {
  depth?: unknown
  joins?: false | Record<string, false | { limit?: unknown; sort?: unknown; where?: Where }>
  populate?: Record<string, unknown>
  select?: Record<string, unknown>
  sort?: unknown
  where?: Where
}

const capDepth = ({ depth }: Asked): void =>
  capNumber({ cap: publicCaps.depth, field: 'depth', value: depth })

const capWhere = (
  where: unknown,
  { conditions: most, nesting }: { conditions: number; nesting: number } = publicCaps,
): void => {
  let conditions = 0
  let level: unknown[] = [where]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > nesting)
      throw capRefusal('where', `the most is ${nesting} levels of “and” and “or”`)
    const deeper: unknown[] = []
    for (const part of level) {
      for (const [name, condition] of Object.entries(part ?? {})) {
        if (/^(and|or)$/i.test(name) && Array.isArray(condition)) deeper.push(...condition)
        else conditions += Math.max(1, Object.keys((condition ?? {}) as object).length)
      }
    }
    if (conditions + deeper.length > most)
      throw capRefusal('where', `the most is ${most} conditions`)
    level = deeper
  }
}

const capSort = (sort: unknown): void => {
  const fields = Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : []
  if (fields.length > publicCaps.sort)
    throw capRefusal('sort', `the most is ${publicCaps.sort} fields`)
}

const checkSelection = ({
  asked: { populate = {}, select },
  fields,
  req: { payload },
}: {
  asked: Asked
  fields: FlattenedField[]
  req: PayloadRequest
}): void => {
  const unknown = unknownSelection({ fields, select })
  if (unknown) refuseUnknown({ field: 'select', ...unknown })
  const known = Object.keys(payload.collections)
  for (const [slug, of] of Object.entries(populate)) {
    refuseUnknown({ field: 'populate', known, name: slug })
    const { flattenedFields } = payload.collections[slug as keyof typeof payload.collections].config
    const unknownHere = unknownSelection({ fields: flattenedFields, select: of })
    if (unknownHere) refuseUnknown({ field: `populate.${slug}`, ...unknownHere })
  }
}

const refuseUnknown = ({
  field,
  known,
  name,
}: {
  field: string
  known: string[]
  name: string
}): void => {
  if (known.includes(name)) return
  const names =
    known.length > 0 ? `known here: ${[...known].sort().join(', ')}` : 'none is known here'
  throw capRefusal(field, `“${name}” is not known; ${names}`)
}
