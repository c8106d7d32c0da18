import type { GraphQLField } from 'graphql'

import type { GraphqlContext } from './graphql-schema.ts'

/** Remembers in which language each document of an answer was read. */
export type Languages = {
  /** Makes a field remember the language of what it answers. */
  note: (field: GraphQLField<unknown, GraphqlContext>) => void
  /** The language of a document, or of a part of one. */
  of: (part: unknown) => string | undefined
}

/**
 * A relation can be asked for in another language than the document it is in, and what is read is the same kind of
 * object; so the language is noted beside it, and handed down to groups and rows.
 */
export const languagesOfDocuments = (): Languages => {
  const noted = new WeakMap<object, string>()
  const of: Languages['of'] = (part) => {
    if (!isObject(part)) return undefined
    const own: unknown = '_locale' in part ? part._locale : undefined
    return typeof own === 'string' ? own : noted.get(part)
  }
  const note = (part: unknown, locale: string | undefined): void => {
    if (!locale || !isObject(part)) return
    if (Array.isArray(part)) for (const each of part) note(each, locale)
    else noted.set(part, locale)
  }
  return {
    note: (field) => {
      const { name, resolve } = field
      const isRead = readsDocuments(field)
      field.resolve = (parent, args: { locale?: string }, context, info): unknown => {
        const languageOf = (result: unknown): string | undefined =>
          isRead ? (of(result) ?? args.locale ?? String(context.req.locale)) : of(parent)
        const result: unknown = resolve
          ? resolve(parent, args, context, info)
          : isObject(parent)
            ? (parent as Record<string, unknown>)[name]
            : undefined
        if (!(result instanceof Promise)) {
          note(result, languageOf(result))
          return result
        }
        return result.then((answer: unknown) => {
          note(answer, languageOf(answer))
          return answer
        })
      }
    },
    of,
  }
}

/** Whether a field reads documents, in a language of its own; the others hold parts of what was read. */
const readsDocuments = ({
  extensions,
  resolve,
}: GraphQLField<unknown, GraphqlContext>): boolean => {
  const type = (extensions.field as undefined | { type?: string })?.type
  return type ? ['join', 'relationship', 'upload'].includes(type) : resolve !== undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
