import {
  type Access,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  Forbidden,
} from 'payload'

import { exportEndpoint } from '../chain/export-trail.ts'
import type { LabelledLocale } from '../options.ts'
import { trailSlug } from './slugs.ts'
import { trailFields } from './trail-fields.ts'

/** The trail: read by whom the project says, written by nobody through any operation of Payload. */
export const trailCollection = ({
  group,
  locales,
  mayRead,
}: {
  group?: Record<string, string>
  locales: LabelledLocale[]
  mayRead: Access
}): CollectionConfig => ({
  slug: trailSlug,
  labels: {
    singular: { en: 'Entry of the trail', zh: '操作记录' },
    plural: { en: 'Audit trail', zh: '操作记录' },
  },
  admin: {
    defaultColumns: ['at', 'userName', 'action', 'title', 'locale', 'fields'],
    description: {
      en: 'Who did what, when and from where. Nobody can change it; “npm run audit:check” tells whether somebody has.',
      zh: '谁在何时、从何处做了什么。记录不可更改；运行“npm run audit:check”可检查是否被篡改。',
    },
    ...(group ? { group } : {}),
    hideAPIURL: true,
    listSearchableFields: ['title', 'userName', 'document', 'ip'],
    pagination: { defaultLimit: 50 },
    useAsTitle: 'title',
  },
  access: {
    create: () => false,
    delete: () => false,
    read: mayRead,
    update: () => false,
  },
  disableBulkEdit: true,
  disableDuplicate: true,
  lockDocuments: false,
  endpoints: [exportEndpoint(mayRead)],
  fields: trailFields(locales),
  graphQL: { disableMutations: true },
  hooks: { beforeOperation: [refuseWriting] },
  defaultSort: '-seq',
})

const reading = ['count', 'countVersions', 'read', 'readDistinct']

/** The Local API passes over access rules; the trail has no exceptions. */
const refuseWriting: CollectionBeforeOperationHook = (hook) => {
  // One of the names that Payload lists for it is deprecated, and so would be every use of it.
  if (!reading.includes((hook as { operation: string }).operation)) throw new Forbidden(hook.req.t)
  return hook.args
}
