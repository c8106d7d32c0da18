import { seoPlugin } from '@payloadcms/plugin-seo'
import { localizedSlugs } from '@qiao/localized-slugs'
import { buildConfig } from 'payload'

import { Awards } from '../../collections/awards/index.ts'
import { Media } from '../../collections/media/index.ts'
import { NewsBriefs } from '../../collections/news-briefs/index.ts'
import { PartnerProfiles } from '../../collections/partner-profiles/index.ts'
import { Programs } from '../../collections/programs/index.ts'
import { Stories } from '../../collections/stories/index.ts'
import { Topics } from '../../collections/topics/index.ts'
import { Users } from '../../collections/users/index.ts'
import { databaseAdapter } from '../../src/database/index.ts'
import { localization } from '../../src/localization.ts'
import { slugSources } from '../../src/published-content.ts'
import { richTextEditor } from '../../src/rich-text/index.ts'

// The tables are those of this project, which has no locks; Payload would ask for them once more with each publish.
const published = [NewsBriefs, Programs, Stories, Awards, PartnerProfiles].map((collection) => ({
  ...collection,
  lockDocuments: false as const,
}))

/** The same collections on the same database layer, where Payload alone publishes. */
export const plainPayload = (databaseUrl: string) =>
  buildConfig({
    collections: [...published, Topics, Media, Users],
    db: databaseAdapter({ url: databaseUrl }),
    editor: richTextEditor,
    experimental: { localizeStatus: true },
    localization,
    plugins: [seoPlugin({}), localizedSlugs({ collections: slugSources })],
    secret: 'a secret for measurements, long enough for every check',
    telemetry: false,
  })
