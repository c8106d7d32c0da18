import type { Config, GlobalConfig } from 'payload'

import type { PublishingOptions } from '../options.ts'

type TypeScript = NonNullable<Config['typescript']>
type SchemaChange = NonNullable<TypeScript['schema']>[number]

/** The types generated of documents and globals have what these tell of their language, too. */
export const withTypedLanguages = (
  typescript: Config['typescript'],
  {
    globals = [],
    options: { collections, locales, publicCollections, uploads },
  }: { globals: GlobalConfig[] | undefined; options: PublishingOptions },
): Config['typescript'] => {
  const slugs = [
    ...collections,
    ...publicCollections,
    ...uploads,
    ...globals.map(({ slug }) => slug),
  ]
  const locale = { enum: locales.map(({ code }) => code), type: 'string' as const }
  const tell: SchemaChange = ({ jsonSchema }) => {
    const { definitions } = jsonSchema
    for (const slug of slugs) {
      const definition = definitions?.[slug]
      if (!definition?.properties) continue
      definition.properties = {
        ...definition.properties,
        _fallbacks: {
          description:
            'The fields that show a text of a fallback, when one was asked for: their paths, and the languages they are in.',
          items: {
            additionalProperties: false,
            properties: { path: { type: 'string' }, locale },
            required: ['path', 'locale'],
            type: 'object',
          },
          type: 'array',
        },
        _locale: {
          ...locale,
          description: 'The language that the document is in, when it was asked for in one.',
        },
      }
    }
    return jsonSchema
  }
  return { ...typescript, schema: [...(typescript?.schema ?? []), tell] }
}
