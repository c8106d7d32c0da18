import type { Access, Payload } from 'payload'

import { isGranted } from './is-granted.ts'
import { type Operation, systemRules } from './role-matrix.ts'

const operations: Record<'create' | 'delete' | 'read' | 'update', Operation> = {
  create: 'create',
  delete: 'delete',
  read: 'read',
  update: 'writeShared',
}

/**
 * Payload's own collections let in whoever is signed in, a key as well as a person. Made after all plugins, they can
 * only be reached once Payload has started.
 */
export const guardSystemCollections = (payload: Payload): void => {
  for (const { config } of Object.values(payload.collections)) {
    if (!config.slug.startsWith('payload-')) continue
    for (const [name, operation] of Object.entries(operations)) {
      const rule: Access = config.access[name as keyof typeof operations]
      const collection = config.slug in systemRules ? config.slug : 'payload-others'
      config.access[name as keyof typeof operations] = (args) => {
        const granted = isGranted({ collection, operation, req: args.req })
        if (granted === true || !granted) return granted && rule(args)
        // `self`: what was made by the one who asks.
        return { 'user.value': { equals: args.req.user?.id } }
      }
    }
  }
}
