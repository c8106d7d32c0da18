import type { Config, Plugin } from 'payload'

import { keepLinking } from './chain/keep-linking.ts'
import { withToldSignIns } from './events/tell-graphql-sign-ins.ts'
import { place } from './events/tell-trail.ts'
import { headCollection, inboxCollection } from './model/hidden-collections.ts'
import { trailCollection } from './model/trail-collection.ts'
import { assertOptions, type AuditTrailOptions, localesOf } from './options.ts'
import { watchCollection, watchGlobal } from './watch.ts'

export { tellTrail, toldApart } from './events/tell-trail.ts'
export { checkTrail } from './chain/check-trail.ts'
export { exportTrail } from './chain/export-trail.ts'
export type { AuditTrailOptions }

/**
 * Tells who did what, when, from where and in which language, in a collection that nobody can write. Each entry carries
 * the hash of the one before, so that whoever alters, removes or moves one breaks the chain.
 */
export const auditTrail =
  (options: AuditTrailOptions): Plugin =>
  (config: Config): Config => {
    assertOptions({ config, options })
    const { adminGroup, enabled = true, mayRead } = options
    const group = adminGroup ? { group: adminGroup } : {}
    const trail = trailCollection({ ...group, locales: localesOf(config), mayRead })
    const own = [trail, inboxCollection, headCollection]
    if (!enabled) return { ...config, collections: [...(config.collections ?? []), ...own] }
    const collections = config.collections?.map((collection) => {
      const watched = options.collections[collection.slug]
      return watched ? watchCollection(collection, { options, watched }) : collection
    })
    const globals = config.globals?.map((global) => {
      const watched = options.globals?.[global.slug]
      return watched ? watchGlobal(global, { options, watched }) : global
    })
    return {
      ...config,
      collections: [...(collections ?? []), ...own],
      custom: { ...config.custom, [place]: options },
      ...(globals ? { globals } : {}),
      graphQL: withToldSignIns(config, options),
      onInit: async (payload) => {
        await config.onInit?.(payload)
        keepLinking(payload)
      },
    }
  }
