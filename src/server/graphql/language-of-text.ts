import type { GraphQLField, GraphQLResolveInfo } from 'graphql'

import type { GraphqlContext } from './graphql-schema.ts'

/**
 * The language of a text: the one that its document tells, and what is borrowed from another language tells its own;
 * else the one that its part of the answer is read in.
 */
export const languageOfText = ({
  context,
  info,
  name,
  source,
}: {
  context: GraphqlContext
  info: GraphQLResolveInfo
  /** The field that holds the text. */
  name: string
  source: Record<string, unknown>
}): string => {
  let document: unknown = source
  let path = name
  let row = ''
  for (let at = info.path.prev; at; at = at.prev) {
    if (typeof at.key === 'number') {
      row = `${at.key}.`
      continue
    }
    const part = parts.get(at)
    if (!part) break
    document = part.source
    path = `${part.name}.${row}${path}`
    row = ''
  }
  const { _fallbacks, _locale } = isRecord(document) ? document : source
  const borrowed = (Array.isArray(_fallbacks) ? (_fallbacks as unknown[]) : []).find(
    (each) =>
      isRecord(each) && typeof each.path === 'string' && `${path}.`.startsWith(`${each.path}.`),
  )
  const locale = isRecord(borrowed) ? borrowed.locale : _locale
  return typeof locale === 'string' ? locale : String(context.req.locale)
}

/** Makes a field of groups or rows remember what they are a part of, for the texts in them. */
export const notePart = (field: GraphQLField<unknown, GraphqlContext>): void => {
  const { name, resolve } = field
  field.resolve = (source, args, context, info): unknown => {
    parts.set(info.path, { name, source })
    return resolve ? resolve(source, args, context, info) : isRecord(source) ? source[name] : null
  }
}

/** graphql-js makes one path for each field of an answer, which those of the fields below lead to. */
const parts = new WeakMap<GraphQLResolveInfo['path'], { name: string; source: unknown }>()

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
