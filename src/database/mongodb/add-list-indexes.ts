import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SchemaType } from 'mongoose'
import type { SanitizedConfig } from 'payload'

import { listKeys, listOrders, unlisted } from '../list-orders.ts'

/**
 * Adds the indexes which the lists of the API need to models that are not connected yet: each list in its order,
 * which Payload ends with the time of creation, alone, for the published documents of each language, and among the
 * latest versions. Relations need none besides Payload's own: few documents share one.
 */
export const addListIndexes = (adapter: MongooseAdapter): void => {
  const { config } = adapter.payload
  for (const model of Object.values(adapter.versions)) {
    addIndex(model, ['parent', 'updatedAt', 'createdAt'])
  }
  for (const { joins } of config.collections) {
    for (const [slug, targets] of Object.entries(joins)) {
      for (const { field, targetField } of targets) {
        // Payload's own index is on the whole reference, which a join does not look for.
        if (Array.isArray(targetField.relationTo)) {
          adapter.collections[slug]?.schema.index({ [`${field.on}.value`]: 1 })
          adapter.versions[slug]?.schema.index({ [`version.${field.on}.value`]: 1 })
        }
      }
    }
  }
  for (const { columns, slug, sort } of listOrders(config)) {
    const model = adapter.collections[slug]
    const versions = adapter.versions[slug]
    if (model) removeIndex(model, unlisted)
    if (versions) removeIndex(versions, `version.${unlisted}`)
    for (const column of columns) {
      const keys = listKeys({ column, sort })
      if (model) {
        addIndex(model, [...keys, 'createdAt'])
        for (const status of statusesIn({ config, model })) {
          addIndex(model, [status, ...keys, 'createdAt'])
        }
      }
      if (versions) {
        // Versions are looked for among the latest or those of one document only.
        removeIndex(versions, `version.${column}`)
        addIndex(versions, ['latest', ...keys.map((key) => `version.${key}`), 'createdAt'])
      }
    }
  }
}

type Model = MongooseAdapter['versions'][string]

const statusesIn = ({ config, model }: { config: SanitizedConfig; model: Model }) =>
  (config.localization ? config.localization.localeCodes : [])
    .map((locale) => `_status.${locale}`)
    .filter((path) => pathOf(model, path) !== undefined)

/** The latest first, or read backwards the oldest; filters do not care for the direction. */
const addIndex = (model: Model, paths: string[]) => {
  const [first = '', ...others] = paths
  if (others.length > 0) {
    removeIndex(model, first)
  }
  model.schema.index(Object.fromEntries([first, ...others].map((path) => [path, -1])))
}

/** Each index costs at every write, so one that only repeats the beginning of another one goes. */
const removeIndex = (model: Model, path: string) => {
  pathOf(model, path)?.index(false)
  model.schema.removeIndex({ [path]: 1 })
}

/** The declared type leaves out that there may be no such path. */
const pathOf = ({ schema }: Model, path: string) => schema.path(path) as SchemaType | undefined
