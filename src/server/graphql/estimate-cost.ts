import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isListType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type VariableDefinitionNode,
} from 'graphql'

import { type Census, takeCensus } from './introspection-census.ts'

export type Cost = {
  /** Values of content that the answer is expected to hold. */
  content: number
  /** Values of the schema, which are counted by what the schema has. */
  introspection: number
}

/** What a list is taken for where the query does not say: the pages of lists and joins, and lists within a document. */
const pageByDefault = 10
const listWithinDocument = 5
/** What a list is taken for that has no end: `limit: 0`, or `pagination: false` without a limit. */
const allDocuments = 1000

/**
 * How many values the answer of a document is expected to hold, without running it:
 *
 *     cost(field)  = 1 + times(field) × Σ cost(each field selected below it)
 *     times(field) = its `limit` argument, constant or variable, where it has one or answers with a page of documents
 *                    (10 when none is given, 1000 for all of them; of a join, 0 is none),
 *                    5 for any other list: relations to many, arrays, blocks,
 *                    1 for everything else
 *
 * `docs` within a page is the page itself and multiplies nothing; the inner lists of a field multiply each other. So
 * `Programs(limit: 20) { docs { title partners { role } } }` costs 1 + 20 × (1 + (1 + (1 + 5 × 1))) = 161.
 * Each fragment is computed once, so the time is linear in the length of the document.
 */
export const estimateCost = ({
  document,
  schema,
  variables,
}: {
  /** Without circular fragments. */
  document: DocumentNode
  schema: GraphQLSchema
  variables: Record<string, unknown>
}): Cost => {
  const census = takeCensus(schema)
  const fragments = new Map<string, FragmentDefinitionNode>()
  const known = new Map<string, Cost>()
  let values: Values = { definitions: [], variables }

  const ofFragment = (name: string): Cost => {
    const fragment = fragments.get(name)
    const computed = known.get(name)
    if (!fragment || computed) return computed ?? nothing
    const type = schema.getType(fragment.typeCondition.name.value)
    const cost = ofSelection(fragment.selectionSet, type)
    known.set(name, cost)
    return cost
  }
  const ofSelection = (
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
  ): Cost => {
    let total = nothing
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        total = add(total, ofFragment(selection.name.value))
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value
        const type = condition === undefined ? parent : schema.getType(condition)
        total = add(total, ofSelection(selection.selectionSet, type))
      } else {
        total = add(total, ofField(selection, parent))
      }
    }
    return total
  }
  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): Cost => {
    const field = definitionOf(node, parent)
    const type = field && getNamedType(field.type)
    const isOfSchema = [parent, type].some((each) => each?.name.startsWith('__'))
    const own = isOfSchema ? { ...nothing, introspection: 1 } : one
    if (!node.selectionSet) return own
    const inner = ofSelection(node.selectionSet, type)
    const times =
      field && parent
        ? timesOf({ census, field, isRoot: parent === schema.getQueryType(), node, parent, values })
        : 1
    return add(own, {
      content: inner.content * times,
      introspection: inner.introspection * times,
    })
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition)
    }
  }
  let total = nothing
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    // Defaults of variables belong to one operation, and fragments are computed with them.
    values = { definitions: definition.variableDefinitions ?? [], variables }
    known.clear()
    const root = schema.getRootType(definition.operation) ?? undefined
    total = add(total, ofSelection(definition.selectionSet, root))
  }
  return total
}

const nothing: Cost = { content: 0, introspection: 0 }
const one: Cost = { content: 1, introspection: 0 }

const add = (a: Cost, b: Cost): Cost => ({
  content: a.content + b.content,
  introspection: a.introspection + b.introspection,
})

type Field = GraphQLField<unknown, unknown>

type Values = {
  definitions: readonly VariableDefinitionNode[]
  variables: Record<string, unknown>
}

const definitionOf = (
  { name }: FieldNode,
  parent: GraphQLNamedType | undefined,
): Field | undefined => {
  if (name.value === '__schema') return SchemaMetaFieldDef
  if (name.value === '__type') return TypeMetaFieldDef
  return parent && 'getFields' in parent
    ? (parent.getFields()[name.value] as Field | undefined)
    : undefined
}

const timesOf = ({
  census,
  field,
  isRoot,
  node,
  parent,
  values,
}: {
  census: Census
  field: Field
  isRoot: boolean
  node: FieldNode
  parent: GraphQLNamedType
  values: Values
}): number => {
  const isList = isListType(getNullableType(field.type))
  if (parent.name.startsWith('__')) return census[field.name] ?? 1
  const hasLimit = field.args.some(({ name }) => name === 'limit')
  if (hasLimit || isPage(getNamedType(field.type))) {
    const limit = limitOf(node, values)
    // Of a join, 0 gives none.
    return limit > 0 ? limit : isRoot ? allDocuments : 0
  }
  return isList && !isPage(parent) ? listWithinDocument : 1
}

/** Documents with the numbers of their pages, as lists and joins answer with. */
const isPage = (type: GraphQLNamedType): boolean => {
  const fields = 'getFields' in type ? type.getFields() : {}
  return 'docs' in fields && ('hasNextPage' in fields || 'totalDocs' in fields)
}

const limitOf = (node: FieldNode, values: Values): number => {
  const limit = argumentOf({ name: 'limit', node, values })
  const isWhole = argumentOf({ name: 'pagination', node, values }) === false
  if (typeof limit !== 'number' || !Number.isFinite(limit)) {
    return isWhole ? allDocuments : pageByDefault
  }
  return limit
}

const argumentOf = ({
  name,
  node,
  values: { definitions, variables },
}: {
  name: string
  node: FieldNode
  values: Values
}): unknown => {
  let value = node.arguments?.find((argument) => argument.name.value === name)?.value
  if (value?.kind === Kind.VARIABLE) {
    const asked = value.name.value
    if (Object.hasOwn(variables, asked)) return variables[asked]
    value = definitions.find(({ variable }) => variable.name.value === asked)?.defaultValue
  }
  if (value?.kind === Kind.INT) return Number(value.value)
  return value?.kind === Kind.BOOLEAN ? value.value : undefined
}
