import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

/**
 * Puts the fields of an answer into the order in which they were asked for, as the specification has it. The executor
 * leaves them in the order in which they came, so that one answer would have other bytes, and another `ETag`, each time.
 */
export const orderFields = (): Plugin => ({
  onExecute: ({ args: { document, operationName } }) => ({
    onExecuteDone: ({ result, setResult }) => {
      if (!('data' in result) || !result.data) return
      const shape = shapeOf(document as DocumentNode, operationName as string | undefined)
      setResult({ ...result, data: ordered(result.data, shape) as typeof result.data })
    },
  }),
})

/** Response names in their order, and what is asked for below each. */
type Shape = Map<string, Shape>

const shapeOf = (document: DocumentNode, operationName: string | undefined): Shape => {
  const operation = getOperationAST(document, operationName)
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )
  const shape: Shape = new Map()
  if (operation)
    collect({ fragments, seen: new Set(), selectionSet: operation.selectionSet, shape })
  return shape
}

/** A name that is asked for several times has its place where it comes first, and what is asked for below it together. */
const collect = ({
  fragments,
  seen,
  selectionSet,
  shape,
}: {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Fragments of this level that are in the shape already. */
  seen: Set<string>
  selectionSet: SelectionSetNode
  shape: Shape
}): void => {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value
      const below = shape.get(name) ?? new Map<string, Shape>()
      shape.set(name, below)
      if (selection.selectionSet)
        collect({ fragments, seen: new Set(), selectionSet: selection.selectionSet, shape: below })
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect({ fragments, seen, selectionSet: selection.selectionSet, shape })
    } else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value)
      const fragment = fragments.get(selection.name.value)
      if (fragment) collect({ fragments, seen, selectionSet: fragment.selectionSet, shape })
    }
  }
}

const ordered = (value: unknown, shape: Shape): unknown => {
  // Below a scalar, such as JSON, nothing can be asked for.
  if (shape.size === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => ordered(each, shape))
  const given = value as Record<string, unknown>
  const result = Object.create(null) as Record<string, unknown>
  for (const [name, below] of shape) if (name in given) result[name] = ordered(given[name], below)
  return result
}
