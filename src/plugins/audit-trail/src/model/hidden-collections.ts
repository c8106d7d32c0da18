import type { CollectionConfig } from 'payload'

import { headSlug, inboxSlug } from './slugs.ts'

const nobody = {
  create: () => false,
  delete: () => false,
  read: () => false,
  update: () => false,
}

/**
 * Where an event is written with the transaction it tells of. The chain has one end, which transactions of different
 * documents would fight for; so events take their places afterwards.
 */
export const inboxCollection: CollectionConfig = {
  slug: inboxSlug,
  labels: {
    singular: { en: 'New entry of the trail', zh: '待入链记录' },
    plural: { en: 'New entries of the trail', zh: '待入链记录' },
  },
  admin: { hidden: true },
  access: nobody,
  graphQL: false,
  lockDocuments: false,
  fields: [
    { name: 'place', type: 'number', index: true, localized: false, required: true },
    { name: 'event', type: 'json', localized: false, required: true },
  ],
}

export const headCollection: CollectionConfig = {
  slug: headSlug,
  labels: {
    singular: { en: 'End of the trail', zh: '链尾' },
    plural: { en: 'Ends of the trail', zh: '链尾' },
  },
  admin: { hidden: true },
  access: nobody,
  graphQL: false,
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', localized: false, required: true, unique: true },
    { name: 'seq', type: 'number', localized: false, required: true },
    { name: 'hash', type: 'text', localized: false, required: true },
  ],
}
