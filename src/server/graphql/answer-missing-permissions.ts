import type { GraphQLFieldResolver, GraphQLOutputType, GraphQLSchema } from 'graphql'

/**
 * Reads permissions as Payload writes them: what is not granted is left out, and what is granted with everything below
 * it is a mere `true`. Its schema promises an answer for both.
 */
export const answerMissingPermissions = (schema: GraphQLSchema): void => {
  const known = new Set<GraphQLOutputType>()
  const visit = (wrapped: GraphQLOutputType): void => {
    const type = unwrapped(wrapped)
    if (known.has(type) || !('getFields' in type)) return
    known.add(type)
    for (const field of Object.values(type.getFields())) {
      field.resolve ??= resolvePermission
      visit(field.type)
    }
  }
  for (const [name, { type }] of Object.entries(schema.getQueryType()?.getFields() ?? {})) {
    if (/^(Access$|docAccess)/.test(name)) visit(type)
  }
}

const resolvePermission: GraphQLFieldResolver<unknown, unknown> = (
  source,
  _args,
  _context,
  { fieldName, returnType },
) => {
  const type = unwrapped(returnType)
  const isAnswer = type.name === 'Boolean'
  // Granted without a condition.
  if (source === true) return isAnswer || 'getFields' in type ? true : null
  return isRecord(source) ? (source[fieldName] ?? (isAnswer ? false : null)) : null
}

const unwrapped = (type: GraphQLOutputType) => {
  let inner = type
  while ('ofType' in inner) inner = inner.ofType
  return inner
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
