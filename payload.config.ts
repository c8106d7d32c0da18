import { localePublishing } from '@qiao/locale-publishing'
import { localizedSlugs } from '@qiao/localized-slugs'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { ApiKeys } from './collections/api-keys/index.ts'
import { Awards } from './collections/awards/index.ts'
import { uploadLimits } from './collections/media/upload-limits.ts'
import { Media } from './collections/media/index.ts'
import { NewsBriefs } from './collections/news-briefs/index.ts'
import { Organization } from './collections/organization/index.ts'
import { PartnerProfiles } from './collections/partner-profiles/index.ts'
import { Programs } from './collections/programs/index.ts'
import { Stories } from './collections/stories/index.ts'
import { Topics } from './collections/topics/index.ts'
import { Users } from './collections/users/index.ts'
import { guardCollections } from './src/access/guard-collections.ts'
import { publishingRules } from './src/access/publishing-rules.ts'
import { adminUI } from './src/admin-ui.ts'
import { adminWords } from './src/admin-words.ts'
import { audit, tellSubmission } from './src/audit.ts'
import { followContent } from './src/changes.ts'
import { databaseAdapter } from './src/database/index.ts'
import { deliverPages } from './src/delivery.ts'
import { emailToLog } from './src/email.ts'
import { env } from './src/env.ts'
import { rowLabels } from './src/fields/name-rows.ts'
import { localization } from './src/localization.ts'
import { createLogger } from './src/logger.ts'
import { adminGroups, slugSources } from './src/published-content.ts'
import { richTextEditor } from './src/rich-text/index.ts'
import { storeUploads } from './src/store-uploads.ts'
import { urlOfDocument } from './src/url-of-document.ts'
import { tellWebhooks } from './src/webhooks.ts'

const published = [NewsBriefs, Programs, Stories, Awards, PartnerProfiles]

export default buildConfig({
  admin: adminUI,
  collections: [...published, Topics, Media, Users, ApiKeys],
  csrf: env.origins,
  db: databaseAdapter({ url: env.databaseUrl }),
  editor: richTextEditor,
  email: emailToLog,
  experimental: { localizeStatus: true },
  globals: [Organization],
  graphQL: { disableIntrospectionInProduction: false },
  i18n: adminWords,
  localization,
  logger: createLogger(env),
  onInit: guardCollections,
  plugins: [
    rowLabels,
    localizedSlugs({ collections: slugSources }),
    localePublishing({
      ...publishingRules,
      adminGroup: adminGroups.content,
      alternativeTexts: { [Media.slug]: 'alt' },
      collections: published.map(({ slug }) => slug),
      onSubmit: tellSubmission,
      publicCollections: [Topics.slug],
      uploads: [Media.slug],
      urlOf: urlOfDocument,
    }),
    deliverPages,
    followContent,
    storeUploads({ folder: env.dataDir }),
    tellWebhooks,
    audit({ collections: [...published, Topics, Media], globals: [Organization] }),
  ],
  secret: env.payloadSecret,
  serverURL: env.publicUrl,
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false, outputFile: 'src/generated/payload-types.ts' },
  upload: uploadLimits,
})
