import type { CollectionConfig } from 'payload'

import { accessTo } from '../../src/access/access-to.ts'
import { adminGroups } from '../../src/published-content.ts'
import { Awards } from '../awards/index.ts'
import { Media } from '../media/index.ts'
import { NewsBriefs } from '../news-briefs/index.ts'
import { PartnerProfiles } from '../partner-profiles/index.ts'
import { Programs } from '../programs/index.ts'
import { Stories } from '../stories/index.ts'
import { authenticateKey } from './authenticate-key.ts'
import { revokeKey } from './endpoints/revoke-key.ts'
import { apiKeyFields } from './fields.ts'
import { makeKey } from './hooks/make-key.ts'
import { showKeyOnce } from './hooks/show-key-once.ts'

const reach = [NewsBriefs, Programs, Stories, Awards, PartnerProfiles, Media].map(
  ({ labels, slug }) => ({
    label: labels?.plural as { en: string; zh: string },
    value: slug,
  }),
)

export const ApiKeys: CollectionConfig = {
  slug: 'api-keys',
  labels: {
    singular: { en: 'API key', zh: 'API 密钥' },
    plural: { en: 'API keys', zh: 'API 密钥' },
  },
  admin: {
    defaultColumns: ['name', 'prefix', 'scope', 'expiresAt', 'lastUsedAt', 'revokedAt'],
    description: {
      en: 'Websites and programs read content with these keys. A key never writes.',
      zh: '供网站和程序读取内容，密钥不能写入任何内容。',
    },
    group: adminGroups.settings,
    listSearchableFields: ['name', 'prefix'],
    useAsTitle: 'name',
  },
  access: { ...accessTo('api-keys'), admin: () => false },
  fields: apiKeyFields(reach),
  hooks: { afterChange: [showKeyOnce], beforeChange: [makeKey] },
  endpoints: [revokeKey],
  auth: { disableLocalStrategy: true, strategies: [authenticateKey], useSessions: false },
  defaultSort: '-createdAt',
  graphQL: false,
}
