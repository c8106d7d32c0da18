import {
  type GraphQLEnumType,
  type GraphQLFieldResolver,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
} from 'graphql'
import type { PayloadRequest, SanitizedConfig } from 'payload'

import { documentLoader, type ReadDocument } from './document-loader.ts'
import { type DocumentType, documentTypes } from './document-types.ts'
import type { GraphqlContext } from './graphql-schema.ts'
import { openScopes, scopeIn, scopeOf } from './read-scopes.ts'
import { selectOfQuery } from './select-of-query.ts'

type Args = { locales?: NonNullable<PayloadRequest['locale']>[] }

/**
 * Gives each document with a status in each language the field `translations`: the same document in each language in
 * which it may be read, all of them in one request, and for a list with one query per language.
 */
export const addTranslations = (schema: GraphQLSchema, config: SanitizedConfig): void => {
  const locale = schema.getType('LocaleInputType') as GraphQLEnumType | undefined
  const { localization } = config
  if (!localization || !locale) return
  for (const document of documentTypes(schema, config)) {
    const { collection, type } = document
    if (!collection.flattenedFields.some(({ localized, name }) => name === '_status' && localized))
      continue
    const translations = {
      args: [
        {
          astNode: undefined,
          defaultValue: undefined,
          deprecationReason: undefined,
          description: 'The languages to answer in, in this order. @default all of them',
          extensions: {},
          name: 'locales',
          type: new GraphQLList(new GraphQLNonNull(locale)),
        },
      ],
      astNode: undefined,
      deprecationReason: undefined,
      description,
      // The languages that were written in are told by the document.
      extensions: { reads: [] },
      name: 'translations',
      resolve: readTranslations(document, localization.localeCodes),
      subscribe: undefined,
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))),
    }
    Object.assign(type.getFields(), { translations })
  }
}

const description =
  'The same document in each language in which it is published, its own among them; what is below each is in its language. Where drafts are read: in each language in which something was written.'

const readTranslations =
  (
    { collection, type }: DocumentType,
    all: string[],
  ): GraphQLFieldResolver<{ id: number | string }, GraphqlContext, Args> =>
  async ({ id }, { locales = all as [] }, context, info) => {
    const around = scopeOf({ context, info })
    const select = selectOfQuery({ content: collection, info, type })
    const found = await Promise.all(
      [...new Set(locales)].map(async (locale) => {
        const scope = scopeIn(around, { fallbackLocale: false, locale })
        const reading = {
          collection: collection.slug,
          scope,
          select: select && ({ ...select, localeStates: true } as const),
        }
        const document = await documentLoader(reading, info).load(id)
        const isThere = document && isWrittenIn({ document, isDraft: scope.draft, locale })
        return isThere ? [{ document, scope }] : []
      }),
    )
    const translations = found.flat()
    openScopes(
      info,
      translations.map(({ scope }) => scope),
    )
    return translations.map(({ document }) => document)
  }

/** Who may read drafts is given each language of a document, also one in which nothing stands. */
const isWrittenIn = ({
  document: { _status, localeStates },
  isDraft,
  locale,
}: {
  document: ReadDocument
  isDraft: boolean
  locale: string
}): boolean => {
  if (!isDraft) return _status === 'published'
  const states = (localeStates ?? {}) as Partial<Record<string, string>>
  const [, state] =
    Object.entries(states).find(([name]) => name.toLowerCase() === `in${locale}`.toLowerCase()) ??
    []
  return state !== 'not-started'
}
