import type { RichTextRenderer } from '@qiao/delivery'
import {
  getNamedType,
  type GraphQLField,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  isNonNullType,
  isObjectType,
} from 'graphql'

import {
  getDataLoader,
  isolateObjectProperty,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'

import { documentTypes } from './document-types.ts'
import type { GraphqlContext } from './graphql-schema.ts'
import { languageOfText, notePart } from './language-of-text.ts'

/**
 * Rich texts as `{ json html text }`. The language of a text is that of its document, whatever was asked for around it;
 * HTML and text are made when somebody asks, once for both.
 */
export const withRichTextFields = ({
  config,
  render,
  schema,
}: {
  config: SanitizedConfig
  render: RichTextRenderer
  schema: GraphQLSchema
}): GraphQLSchema => {
  const documents = new Set<unknown>(documentTypes(schema, config).map(({ type }) => type))
  const isPart = ({ extensions, resolve, type }: Field): boolean =>
    !documents.has(getNamedType(type)) && (!resolve || typeOf(extensions) === 'group')
  let type: GraphQLObjectType | undefined
  for (const parent of Object.values(schema.getTypeMap())) {
    if (!isObjectType(parent) || parent.name.startsWith('__')) continue
    for (const field of Object.values<Field>(parent.getFields())) {
      if (isRichText(field)) {
        type ??= richTextType(field)
        show({ field, render, type })
      } else if (isPart(field) && holdsRichText(getNamedType(field.type))) {
        notePart(field)
      }
    }
  }
  // Made anew, so that the schema knows the new type.
  return new GraphQLSchema(schema.toConfig())
}

type Field = GraphQLField<unknown, GraphqlContext>

/** What the fields of a rich text are made of. */
type Source = {
  html: () => Promise<string>
  json: (args: Record<string, unknown>) => unknown
  text: () => Promise<string>
}

const isRichText = ({ extensions }: Field): boolean => typeOf(extensions) === 'richText'

const typeOf = ({ field }: Field['extensions']): string | undefined =>
  (field as undefined | { type?: string })?.type

/** Whether rows or groups of this type hold a rich text themselves. */
const holdsRichText = (type: unknown): boolean =>
  isObjectType(type) && Object.values<Field>(type.getFields()).some(isRichText)

const richTextType = (field: Field): GraphQLObjectType =>
  new GraphQLObjectType({
    description: 'A text with headings, lists, links, pictures and blocks, in one language.',
    fields: {
      html: {
        description:
          'Safe to put into a page as it is. Links lead to the website’s pages of what is published in this language; pictures are those that the reader may see.',
        type: new GraphQLNonNull(GraphQLString),
      },
      json: {
        args: Object.fromEntries(field.args.map(({ name, ...arg }) => [name, arg])),
        description:
          'The editor’s own form, Lexical. `depth` is how far the documents it links to are read along.',
        type: new GraphQLNonNull(getNamedType(field.type)),
      },
      text: {
        description: 'The words alone: paragraphs are parted by blank lines.',
        type: new GraphQLNonNull(GraphQLString),
      },
    },
    name: 'RichText',
  })

const show = ({
  field,
  render,
  type,
}: {
  field: Field
  render: RichTextRenderer
  type: GraphQLObjectType
}): void => {
  const { resolve } = field
  const stored = (field.extensions.field as { name: string }).name
  field.type = isNonNullType(field.type) ? new GraphQLNonNull(type) : type
  field.args = []
  field.resolve = (parent, _args, context, info): null | Source => {
    if (!isRecord(parent)) return null
    const value = parent[stored]
    if (value === null || value === undefined) return null
    const { req } = context
    const locale = languageOfText({ context, info, name: stored, source: parent })
    let rendered: ReturnType<RichTextRenderer> | undefined
    const once = () => (rendered ??= render({ locale, req, value }))
    return {
      html: async () => (await once()).html,
      // Payload's resolver reads along what the text links to, in the language of this part of the answer.
      json: (args) => resolve?.(parent, args, { ...context, req: populating(req) }, info),
      text: async () => (await once()).text,
    }
  }
}

/**
 * A request for what texts link to. Payload reads that with a loader which writes its language into the request it was
 * made for, where one in another language, asked for at the same time, would read it: each language has its own.
 */
const populating = (req: PayloadRequest): PayloadRequest => {
  const known = requests.get(req)
  if (known) return known
  const own = isolateObjectProperty(req, [
    'fallbackLocale',
    'locale',
    'payloadDataLoader',
    'query',
    'transactionID',
  ])
  own.query = { ...req.query }
  own.payloadDataLoader = getDataLoader(own)
  requests.set(req, own)
  return own
}

const requests = new WeakMap<PayloadRequest, PayloadRequest>()

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
