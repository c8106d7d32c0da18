import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import { isolateObjectProperty, type PayloadRequest, sanitizeFallbackLocale } from 'payload'

import type { GraphqlContext } from './graphql-schema.ts'

/** How a part of an answer is read: in which language, with which fallback, and whether as drafts. */
export type ReadScope = {
  /** Its request has the language and the fallback. */
  context: GraphqlContext
  draft: boolean
}

type Asked = Language & { draft?: boolean }

/** The languages of Payload's types are the project's; those of a query are what its schema allows. */
type Language = Pick<PayloadRequest, 'fallbackLocale' | 'locale'>

type Path = GraphQLResolveInfo['path']

/**
 * Gives each resolver the request of its part of the answer. What is below a field that names a language is in that
 * language, until a field below names another; fields of the root know nothing of each other, although Payload's
 * resolvers write what they are asked into the context they are given.
 */
export const separateReadScopes = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getInterfaces' in type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve) continue
      field.resolve = (source, args: Asked, context: GraphqlContext, info): unknown => {
        const scope = scopeOf({ context, info })
        if (!info.path.prev && args.draft !== undefined) scope.draft = args.draft
        return resolve(source, args, scope.context, info)
      }
    }
  }
}

/** The scope of a field: that of the nearest field above it which has one of its own. */
export const scopeOf = ({
  context,
  info: { path },
}: {
  context: GraphqlContext
  info: Pick<GraphQLResolveInfo, 'path'>
}): ReadScope => {
  let index = 0
  let root: Path = path
  for (let at: Path | undefined = path; at; at = at.prev) {
    const own = scopes.get(at)
    if (own) return own.length > 1 ? (own[index] ?? own[0]) : own[0]
    if (typeof at.key === 'number') index = at.key
    root = at
  }
  const scope: ReadScope = {
    // Operations of other fields write their language into the request that all have in common.
    context: { ...context, req: requestIn({ ...context.language, req: context.req }) },
    draft: context.req.query.draft === 'true',
  }
  scopes.set(root, [scope])
  return scope
}

/** Opens a scope for what is below a field. What is not asked for is as it is around the field. */
export const openScope = ({
  asked,
  context,
  info,
}: {
  asked: Asked
  context: GraphqlContext
  info: Pick<GraphQLResolveInfo, 'path'>
}): ReadScope => {
  const scope = scopeIn(scopeOf({ context, info }), asked)
  scopes.set(info.path, [scope])
  return scope
}

/** Opens one scope for each item of the list that a field answers with. */
export const openScopes = (
  { path }: Pick<GraphQLResolveInfo, 'path'>,
  [first, ...others]: ReadScope[],
): void => {
  if (first) scopes.set(path, [first, ...others])
}

/** A scope within another one. */
export const scopeIn = (around: ReadScope, asked: Asked): ReadScope => {
  const { req } = around.context
  const locale = asked.locale ?? req.locale
  const fallbackLocale = asked.fallbackLocale ?? req.fallbackLocale
  const draft = asked.draft ?? around.draft
  if (locale === req.locale && fallbackLocale === req.fallbackLocale) {
    return { context: around.context, draft }
  }
  const ofRequest = requests.get(req) ?? new Map<string, PayloadRequest>()
  requests.set(req, ofRequest)
  const language = JSON.stringify([locale, fallbackLocale])
  const known = ofRequest.get(language) ?? requestIn({ fallbackLocale, locale, req })
  ofRequest.set(language, known)
  return { context: { ...around.context, req: known }, draft }
}

/** The request of a scope for one operation of Payload's, which may write into it what holds for that one alone. */
export const requestOf = ({ context: { req } }: ReadScope): PayloadRequest => {
  const { fallbackLocale, locale } = req
  return requestIn({ fallbackLocale, locale, req })
}

/** What is read in one language shares its request, by which it is read together. */
const requests = new WeakMap<PayloadRequest, Map<string, PayloadRequest>>()

const requestIn = ({ req, ...language }: Language & { req: PayloadRequest }): PayloadRequest => {
  const own = isolateObjectProperty(req, ['fallbackLocale', 'locale', 'transactionID'])
  const { localization } = req.payload.config
  if (!localization) return own
  const locale = language.locale ?? localization.defaultLocale
  const fallbackLocale = sanitizeFallbackLocale({
    fallbackLocale: language.fallbackLocale ?? (false as const),
    locale,
    localization,
  })
  return Object.assign(own, { fallbackLocale, locale })
}

/** graphql-js makes one path for each field of an answer, which those of the fields below lead to. */
const scopes = new WeakMap<Path, [ReadScope, ...ReadScope[]]>()
