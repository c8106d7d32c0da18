import type { CollectionConfig } from 'payload'
import { admins } from '../../src/access/admins.ts'
import { adminGroups } from '../../src/published-content.ts'
import { adminsOrSelf } from './access.ts'
import { userFields } from './fields.ts'
import { makeFirstUserAdmin } from './hooks/make-first-user-admin.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  labels: {
    singular: { en: 'User', zh: '用户' },
    plural: { en: 'Users', zh: '用户' },
  },
  admin: {
    defaultColumns: ['name', 'email', 'roles', 'updatedAt'],
    group: adminGroups.settings,
    listSearchableFields: ['name', 'email'],
    useAsTitle: 'name',
  },
  access: {
    create: admins,
    delete: admins,
    read: adminsOrSelf,
    unlock: admins,
    update: adminsOrSelf,
  },
  fields: userFields,
  hooks: { beforeChange: [makeFirstUserAdmin] },
  auth: {
    lockTime: 10 * 60 * 1000,
    maxLoginAttempts: 5,
    useAPIKey: true,
  },
}
