import { type DocumentNode, type GraphQLError, Kind, visit } from 'graphql'

import type { GraphqlSettings } from '../../graphql-settings.ts'
import { graphqlRefusal, limitRefusal } from './graphql-refusal.ts'

type Limits = Pick<GraphqlSettings['limits'], 'inputDepth'>

/**
 * What is wrong with values that a client has sent, or nothing: nested too deeply for what walks through them later,
 * or with a name that would reach the prototype of all objects.
 */
export const limitInputs = (
  inputs: Record<string, unknown>,
  { inputDepth }: Limits,
): GraphQLError | undefined => {
  // A stack of its own, because the values may be deeper than the program's.
  const open = Object.entries(inputs).map(([name, value]) => ({ depth: 0, name, value }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { depth, name, value } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > inputDepth) return tooDeep(name, inputDepth)
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value) && reserved.has(key)) {
        const message = `The ${name} have the name “${key}”, which no field has. Leave it out.`
        return graphqlRefusal({ code: 'bad-request', details: { field: name }, message })
      }
      open.push({ depth: depth + 1, name, value: inner })
    }
  }
  return undefined
}

/** The same for the values that stand in the document itself. */
export const limitArguments = (
  document: DocumentNode,
  { inputDepth }: Limits,
): GraphQLError | undefined => {
  let depth = 0
  let problem: GraphQLError | undefined
  const enter = (): void => {
    depth += 1
    if (depth > inputDepth) problem ??= tooDeep('arguments', inputDepth)
  }
  const leave = (): void => {
    depth -= 1
  }
  visit(document, {
    [Kind.LIST]: { enter, leave },
    [Kind.OBJECT]: { enter, leave },
    [Kind.OBJECT_FIELD]: ({ name }) => {
      if (!reserved.has(name.value)) return
      const message = `The arguments have the name “${name.value}”, which no field has. Leave it out.`
      problem ??= graphqlRefusal({ code: 'bad-request', message })
    },
  })
  return problem
}

const reserved = new Set(['__proto__', 'constructor', 'prototype'])

const tooDeep = (name: string, allowed: number): GraphQLError =>
  limitRefusal({ allowed, limit: 'inputDepth', what: `The ${name} are nested too deeply` })
