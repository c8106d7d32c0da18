import type { SanitizedConfig } from 'payload'

/**
 * The config for making a schema of it: Payload would show hidden fields, such as the hash of a password, in types,
 * filters and inputs, where they are never filled and only tell what to look for.
 */
export const withoutHiddenFields = (config: SanitizedConfig): SanitizedConfig => ({
  ...config,
  collections: config.collections.map((collection) => ({
    ...collection,
    fields: collection.fields.filter(
      (field) =>
        !('hidden' in field && field.hidden) && !('custom' in field && field.custom?.isSecret),
    ),
  })),
})
