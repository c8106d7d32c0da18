import type { MongooseAdapter } from '@payloadcms/db-mongodb'

import { listSorts } from '../list-sorts.ts'

/**
 * Adds the indexes which the lists of the API need to models that are not connected yet: each list in its usual
 * order, which Payload ends with the time of creation, alone and for the published documents of each language.
 */
export const addListIndexes = (adapter: MongooseAdapter): void => {
  const { config } = adapter.payload
  const locales = config.localization ? config.localization.localeCodes : []
  for (const { column, slug } of listSorts(config)) {
    const schema = adapter.collections[slug]?.schema
    const order = { [column]: -1, createdAt: -1 } as const
    schema?.index(order)
    for (const locale of locales) {
      if (schema?.path(`_status.${locale}`)) {
        schema.index({ [`_status.${locale}`]: 1, ...order })
      }
    }
  }
  for (const model of Object.values(adapter.versions)) {
    model.schema.index({ parent: 1, updatedAt: -1 })
  }
}
