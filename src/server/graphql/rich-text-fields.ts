import type { RichTextRenderer } from '@qiao/delivery'
import {
  getNamedType,
  type GraphQLField,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  isCompositeType,
  isNonNullType,
  isObjectType,
} from 'graphql'

import type { GraphqlContext } from './graphql-schema.ts'
import { type Languages, languagesOfDocuments } from './languages-of-documents.ts'

/**
 * Rich texts as `{ json html text }`. The language of a text is that of its document, whatever was asked for around it;
 * HTML and text are made when somebody asks, once for both.
 */
export const withRichTextFields = (
  schema: GraphQLSchema,
  render: RichTextRenderer,
): GraphQLSchema => {
  const languages = languagesOfDocuments()
  let type: GraphQLObjectType | undefined
  for (const parent of Object.values(schema.getTypeMap())) {
    if (!isObjectType(parent) || parent.name.startsWith('__')) continue
    for (const field of Object.values<Field>(parent.getFields())) {
      if (isRichText(field)) {
        type ??= richTextType(field)
        show({ field, languages, render, type })
      } else if (isCompositeType(getNamedType(field.type))) {
        languages.note(field)
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
  json: (args: Record<string, unknown>, context: GraphqlContext, info: unknown) => unknown
  text: () => Promise<string>
}

const isRichText = ({ extensions }: Field): boolean =>
  (extensions.field as undefined | { type?: string })?.type === 'richText'

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
  languages,
  render,
  type,
}: {
  field: Field
  languages: Languages
  render: RichTextRenderer
  type: GraphQLObjectType
}): void => {
  const { resolve } = field
  const stored = (field.extensions.field as { name: string }).name
  field.type = isNonNullType(field.type) ? new GraphQLNonNull(type) : type
  field.args = []
  field.resolve = (parent, _args, context, info): null | Source => {
    const value = isRecord(parent) ? parent[stored] : undefined
    if (value === null || value === undefined) return null
    const { req } = context
    const locale = languages.of(parent) ?? String(req.locale)
    let rendered: ReturnType<RichTextRenderer> | undefined
    const once = () => (rendered ??= render({ locale, req, value }))
    return {
      html: async () => (await once()).html,
      // Payload's resolver reads along what the text links to.
      json: (args, own) => resolve?.(parent, args, own, info),
      text: async () => (await once()).text,
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
