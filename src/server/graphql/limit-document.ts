import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql'

export type DocumentLimits = {
  /** Aliased fields, fragments counted each time they are spread. @default 60 */
  aliases?: number
  /** Levels of nesting. @default 20 */
  depth?: number
  /** Fields, fragments counted each time they are spread. @default 2000 */
  fields?: number
}

/**
 * What is wrong with the size of a document, or nothing. Each fragment is measured once, so the time is
 * linear in the document's length whatever the fragments spread; a circular fragment is an error.
 */
export const limitDocument = (
  document: DocumentNode,
  { aliases = 60, depth = 20, fields = 2000 }: DocumentLimits = {},
): GraphQLError | undefined => {
  const fragments = new Map<string, SelectionSetNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet)
    }
  }
  const measured = new Map<string, Size | 'open'>()
  const measureFragment = (name: string): Size => {
    const known = measured.get(name)
    if (known === 'open') {
      throw new GraphQLError(`The fragment "${name}" spreads itself.`, badRequest)
    }
    if (known) {
      return known
    }
    measured.set(name, 'open')
    const selection = fragments.get(name)
    const size = selection ? measure(selection) : empty
    measured.set(name, size)
    return size
  }
  const measure = ({ selections }: SelectionSetNode): Size => {
    let total = empty
    for (const selection of selections) {
      total = add(total, sizeOf(selection))
    }
    return total
  }
  const sizeOf = (selection: SelectionSetNode['selections'][number]): Size => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return measureFragment(selection.name.value)
    }
    const inner = selection.selectionSet ? measure(selection.selectionSet) : empty
    return selection.kind === Kind.INLINE_FRAGMENT
      ? inner
      : {
          aliases: inner.aliases + (selection.alias ? 1 : 0),
          depth: inner.depth + 1,
          fields: inner.fields + 1,
        }
  }
  try {
    let total = empty
    for (const definition of document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) {
        total = add(total, measure(definition.selectionSet))
      } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        measureFragment(definition.name.value)
      }
    }
    return (
      tooMany({ count: total.fields, limit: fields, what: 'asks for too many fields' }) ??
      tooMany({ count: total.aliases, limit: aliases, what: 'has too many aliases' }) ??
      tooMany({ count: total.depth, limit: depth, what: 'is nested too deeply' })
    )
  } catch (error) {
    if (error instanceof GraphQLError) {
      return error
    }
    throw error
  }
}

type Size = { aliases: number; depth: number; fields: number }

const empty: Size = { aliases: 0, depth: 0, fields: 0 }

const badRequest = { extensions: { code: 'document-too-large', http: { status: 400 } } }

const add = (a: Size, b: Size): Size => ({
  aliases: a.aliases + b.aliases,
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
})

const tooMany = ({
  count,
  limit,
  what,
}: {
  count: number
  limit: number
  what: string
}): GraphQLError | undefined =>
  count > limit
    ? new GraphQLError(`The document ${what}; ${limit} are allowed.`, badRequest)
    : undefined
