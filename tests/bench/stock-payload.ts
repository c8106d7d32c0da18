import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { seoPlugin } from '@payloadcms/plugin-seo'
import { localizedSlugs } from '@qiao/localized-slugs'
import { type Access, buildConfig, type CollectionConfig, type SanitizedConfig } from 'payload'

import { Awards } from '../../collections/awards/index.ts'
import { Media } from '../../collections/media/index.ts'
import { NewsBriefs } from '../../collections/news-briefs/index.ts'
import { PartnerProfiles } from '../../collections/partner-profiles/index.ts'
import { Programs } from '../../collections/programs/index.ts'
import { Stories } from '../../collections/stories/index.ts'
import { Topics } from '../../collections/topics/index.ts'
import { Users } from '../../collections/users/index.ts'
import { env } from '../../src/env.ts'
import { localization } from '../../src/localization.ts'
import { slugSources } from '../../src/published-content.ts'
import { richTextEditor } from '../../src/rich-text/index.ts'
import { serveEndpoints } from './serve-endpoints.ts'

/**
 * What the same question costs with Payload's own `handleEndpoints` and Payload's own adapter, on the database that the
 * server under test reads as well, with its indexes and statistics. Most of what makes our reads fast lies in our adapter:
 * `bare-payload.ts` runs on it too, and so tells only what our door costs. Two comparisons are honest:
 * - `BENCH_PAYLOAD=adapter` is our config, with all hooks and rules, on Payload's adapter: the gain of ours alone;
 * - otherwise it is Payload alone, as a project of the same collections would have it: no plugin for publishing, and
 *   readers see what is published. It does less (no language is told, no fallback, no guard of filters and caps), so it is
 *   the harder one, and the one that “against Payload alone” means.
 */
const database = () =>
  env.databaseUrl.startsWith('mongodb')
    ? mongooseAdapter({ url: env.databaseUrl })
    : sqliteAdapter({ client: { url: env.databaseUrl }, idType: 'uuid', push: false })

const publishedToReaders: Access = ({ req }) =>
  req.user ? true : { _status: { equals: 'published' } }

const published = [NewsBriefs, Programs, Stories, Awards, PartnerProfiles].map(
  (collection): CollectionConfig => ({
    ...collection,
    access: { ...collection.access, read: publishedToReaders },
    lockDocuments: false,
  }),
)

const payloadAlone = (): Promise<SanitizedConfig> =>
  buildConfig({
    collections: [...published, Topics, Media, Users],
    db: database(),
    editor: richTextEditor,
    experimental: { localizeStatus: true },
    localization,
    plugins: [seoPlugin({}), localizedSlugs({ collections: slugSources })],
    secret: env.payloadSecret,
    telemetry: false,
  })

const onTheirAdapter = async (): Promise<SanitizedConfig> => ({
  ...(await (
    await import('../../payload.config.ts')
  ).default),
  db: { allowIDOnCreate: false, name: 'stock', ...database() },
})

const config = await (process.env.BENCH_PAYLOAD === 'adapter' ? onTheirAdapter() : payloadAlone())
await serveEndpoints(config)
