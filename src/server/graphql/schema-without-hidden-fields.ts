import { configToSchema } from '@payloadcms/graphql'
import type { Field, SanitizedConfig } from 'payload'

/**
 * Payload's schema, without the fields that it would show in types, filters and inputs although they are never filled,
 * such as the hash of a password: they only tell what to look for. The operations behind the schema know all fields
 * again, for what an operation does not know of a document is lost when it saves it.
 */
export const schemaWithoutHiddenFields = (
  config: SanitizedConfig,
): ReturnType<typeof configToSchema> => {
  const collections = config.collections.map((collection) => ({
    ...collection,
    fields: collection.fields.filter((field) => !isHidden(field)),
  }))
  // Once there is a schema all its types are made; resolvers read the collections when they run.
  const built = configToSchema({ ...config, collections })
  collections.forEach((collection, index) => Object.assign(collection, config.collections[index]))
  return built
}

const isHidden = (field: Field): boolean =>
  ('hidden' in field && field.hidden === true) ||
  ('custom' in field && field.custom?.isSecret === true)
