import type { CollectionConfig } from 'payload'
import { accessTo } from '../../src/access/access-to.ts'
import { adminGroups } from '../../src/published-content.ts'
import { revokeSessions } from './endpoints/revoke-sessions.ts'
import { userFields } from './fields.ts'
import { chooseFirstLocale } from './hooks/choose-first-locale.ts'
import { endOtherSessions } from './hooks/end-other-sessions.ts'
import { equalizeLoginTime } from './hooks/equalize-login-time.ts'
import { makeFirstUserAdmin } from './hooks/make-first-user-admin.ts'
import { spaceResetRequests } from './hooks/space-reset-requests.ts'

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
  access: { ...accessTo('users'), unlock: accessTo('users').create },
  fields: userFields,
  hooks: {
    afterLogin: [chooseFirstLocale],
    beforeChange: [makeFirstUserAdmin, endOtherSessions],
    beforeOperation: [equalizeLoginTime, spaceResetRequests],
  },
  endpoints: [revokeSessions],
  auth: {
    // See `spaceResetRequests`.
    forgotPassword: { minRequestInterval: 0 },
    lockTime: 10 * 60 * 1000,
    maxLoginAttempts: 5,
    useSessions: true,
  },
}
