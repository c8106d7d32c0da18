import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  Kind,
  type SelectionNode,
} from 'graphql'
import type { FlattenedField, SanitizedCollectionConfig, SelectIncludeType } from 'payload'

/** A collection, or a global. */
export type Content = Pick<SanitizedCollectionConfig, 'flattenedFields'> & { upload?: unknown }

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'schema'>

type Asked = {
  content: Content
  info: Info
  /** The field between the one that is resolved and the documents. */
  through?: 'docs' | 'value'
  type: GraphQLObjectType
}

/**
 * What has to be read of documents to answer what a query asks of them: what Payload calls `select`. Undefined is the
 * whole document. A field that the config does not have says what its resolver reads: `extensions: { reads: ['title'] }`.
 */
export const selectOfQuery = (asked: Asked): SelectIncludeType | undefined => {
  const { info, through = '', type } = asked
  const known = selects.get(info.fieldNodes) ?? new Map<string, SelectIncludeType | undefined>()
  selects.set(info.fieldNodes, known)
  const place = `${through}.${type.name}`
  if (!known.has(place)) known.set(place, makeSelect(asked))
  return known.get(place)
}

/** graphql-js makes the list of nodes of a field once for all documents of a list. */
const selects = new WeakMap<object, Map<string, SelectIncludeType | undefined>>()

const makeSelect = ({ content, info, through, type }: Asked): SelectIncludeType | undefined => {
  const between = through ? nodesByName({ info, nodes: info.fieldNodes }).get(through) : undefined
  const nodes = nodesByName({ info, nodes: through ? (between ?? []) : info.fieldNodes, type })
  const fields = type.getFields()
  const select: SelectIncludeType = { id: true }
  for (const [name, ofName] of nodes) {
    const field = content.flattenedFields.find((each) => each.name === name)
    const reads = fields[name]?.extensions.reads as string[] | undefined
    if (reads) {
      for (const each of reads) select[each] = true
    } else if (field) {
      const part = selectOfField({ field, info, nodes: ofName })
      if (part) select[name] = part
    } else if (name !== 'id') {
      return undefined
    }
  }
  return withNeeds(content, select)
}

/** What the hooks of the documents read, whatever is asked for. */
const withNeeds = (
  { flattenedFields, upload }: Content,
  select: SelectIncludeType,
): SelectIncludeType => {
  const needs: SelectIncludeType = {}
  if (flattenedFields.some(({ name }) => name === '_status')) needs._status = true
  if (upload && ('url' in select || 'sizes' in select || 'thumbnailURL' in select)) {
    // Addresses are made of the names of the files.
    Object.assign(needs, { filename: true, sizes: true, url: true })
  }
  return { ...select, ...needs }
}

const selectOfField = ({
  field,
  info,
  nodes,
}: {
  field: FlattenedField
  info: Info
  nodes: FieldNode[]
}): SelectIncludeType | true | undefined => {
  // Joins are asked for with the id alone.
  if (field.type === 'join') return undefined
  const isPlain = field.type === 'group' || field.type === 'array' || field.type === 'tab'
  // A hook on the whole may look at any part of it, as the one does that hides internal contacts.
  if (!isPlain || hasHook(field)) return true
  const select: SelectIncludeType = {}
  for (const [name, ofName] of nodesByName({ info, nodes })) {
    const inner = field.flattenedFields.find((each) => each.name === name)
    if (name === '__typename' || (name === 'id' && !inner)) continue
    if (!inner) return true
    const part = selectOfField({ field: inner, info, nodes: ofName })
    if (part) select[name] = part
  }
  return Object.keys(select).length > 0 ? select : true
}

const hasHook = (field: FlattenedField): boolean =>
  'hooks' in field && (field.hooks?.afterRead?.length ?? 0) > 0

/** The fields that are asked for within these nodes, fragments included; other types than `type` left out. */
const nodesByName = ({
  info: { fragments, schema },
  nodes,
  type,
}: {
  info: Info
  nodes: readonly FieldNode[]
  type?: GraphQLObjectType
}): Map<string, FieldNode[]> => {
  const found = new Map<string, FieldNode[]>()
  const isOther = (name: string): boolean => {
    const named = schema.getType(name)
    return type !== undefined && name !== type.name && named !== undefined && 'getFields' in named
  }
  const visit = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FIELD) {
      const { value: name } = selection.name
      if (name !== '__typename') found.set(name, [...(found.get(name) ?? []), selection])
      return
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value]
    const on = fragment?.typeCondition?.name.value
    if (!fragment || (on && isOther(on))) return
    fragment.selectionSet.selections.forEach(visit)
  }
  for (const node of nodes) node.selectionSet?.selections.forEach(visit)
  return found
}
