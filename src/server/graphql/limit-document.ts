import { type DocumentNode, type GraphQLError, Kind, type SelectionSetNode } from 'graphql'

import type { GraphqlSettings } from '../../graphql-settings.ts'
import { graphqlRefusal, limitRefusal } from './graphql-refusal.ts'

/**
 * What is wrong with the size of a document, or nothing. Each fragment is measured once, so the time is linear in the
 * document's length whatever the fragments spread; what they hold is counted each time they are spread.
 */
export const limitDocument = (
  document: DocumentNode,
  limits: GraphqlSettings['limits'],
): GraphQLError | undefined => {
  const { cycle, size } = measureDocument(document)
  if (cycle) {
    const message = `The fragment "${cycle}" spreads itself. Take one of its spreads out.`
    return graphqlRefusal({ code: 'fragment-cycle', message })
  }
  const limit = countedLimits.find((name) => size[name] > limits[name])
  if (!limit) return undefined
  const asked = Math.min(size[limit], Number.MAX_SAFE_INTEGER)
  return limitRefusal({ allowed: limits[limit], asked, limit, what: sentences[limit](asked) })
}

const countedLimits = [
  'fragments',
  'fields',
  'depth',
  'aliases',
  'directives',
  'rootFields',
] as const

type Counted = (typeof countedLimits)[number]

type Size = Record<Counted, number>

const sentences: Record<Counted, (count: number) => string> = {
  aliases: (count) => `The document has ${count} aliases`,
  depth: (count) => `The document is nested ${count} levels deep`,
  directives: (count) => `The document has ${count} directives`,
  fields: (count) => `The document asks for ${count} fields, fragments counted each time`,
  fragments: (count) => `The document spreads fragments ${count} times`,
  rootFields: (count) => `The document asks ${count} questions at once`,
}

/** The size of a document, or the name of a fragment that spreads itself. */
export const measureDocument = (
  document: DocumentNode,
): { cycle?: string; size: Size; steps: number } => {
  const fragments = new Map<string, SelectionSetNode>()
  let size = empty
  let steps = 0
  let cycle: string | undefined
  const measured = new Map<string, Size | 'open'>()

  const measureFragment = (name: string): Size => {
    const known = measured.get(name)
    if (known === 'open') cycle ??= name
    if (known) return known === 'open' ? empty : known
    measured.set(name, 'open')
    const selection = fragments.get(name)
    const own = selection ? measure(selection) : empty
    measured.set(name, own)
    return own
  }
  const measure = ({ selections }: SelectionSetNode): Size => {
    let total = empty
    for (const selection of selections) {
      steps += 1
      total = add(total, sizeOf(selection))
    }
    return total
  }
  const sizeOf = (selection: SelectionSetNode['selections'][number]): Size => {
    const own = { ...empty, directives: selection.directives?.length ?? 0 }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return add({ ...own, fragments: 1 }, measureFragment(selection.name.value))
    }
    const inner = selection.selectionSet ? measure(selection.selectionSet) : empty
    if (selection.kind === Kind.INLINE_FRAGMENT) return add(own, inner)
    const field = { ...own, aliases: selection.alias ? 1 : 0, fields: 1 }
    // The questions of this level are this field, whatever lies below.
    return { ...add(field, inner), depth: inner.depth + 1, rootFields: 1 }
  }

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue
    fragments.set(definition.name.value, definition.selectionSet)
  }
  for (const definition of document.definitions) {
    const directives = 'directives' in definition ? (definition.directives?.length ?? 0) : 0
    size = add(size, { ...empty, directives })
    if (definition.kind === Kind.FRAGMENT_DEFINITION) measureFragment(definition.name.value)
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const variable of definition.variableDefinitions ?? []) {
      size = add(size, { ...empty, directives: variable.directives?.length ?? 0 })
    }
    size = add(size, measure(definition.selectionSet))
  }
  return { ...(cycle === undefined ? {} : { cycle }), size, steps }
}

const empty: Size = {
  aliases: 0,
  depth: 0,
  directives: 0,
  fields: 0,
  fragments: 0,
  rootFields: 0,
}

const add = (a: Size, b: Size): Size => ({
  aliases: a.aliases + b.aliases,
  depth: Math.max(a.depth, b.depth),
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
  fragments: a.fragments + b.fragments,
  rootFields: a.rootFields + b.rootFields,
})
