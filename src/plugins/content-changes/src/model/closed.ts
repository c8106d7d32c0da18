import type { CollectionConfig } from 'payload'

/** What collections that only this plugin reads and writes have in common. */
export const closed = {
  access: {
    create: () => false,
    delete: () => false,
    read: () => false,
    update: () => false,
  },
  admin: { hidden: true },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
} satisfies Partial<CollectionConfig>
