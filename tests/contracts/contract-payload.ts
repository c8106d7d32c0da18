import { BasePayload, buildConfig, type Payload } from 'payload'

import { databaseKind } from '../../src/database/database-kind.ts'
import { mongodbDatabase } from '../../src/database/mongodb/mongodb-database.ts'
import { sqliteDatabase } from '../../src/database/sqlite/sqlite-database.ts'
import { schemaOfConfig } from '../support/database-schema.ts'

/** Data of a page that agrees with itself: every part carries the same token. */
export const pageData = (token: string) => ({
  items: [{ label: token }, { label: token }],
  layout: [{ blockType: 'quote' as const, text: token }],
  title: token,
  token,
})

/**
 * A Payload with one small collection that has everything which databases treat specially: two languages, drafts with
 * a status for each language, versions, rows, blocks and a relation. `writes` counts the saves of each language.
 */
export const contractPayload = async ({
  hooks = {},
  lockTimeoutMs,
  migrations = [schemaOfConfig],
  url,
}: {
  hooks?: NonNullable<Parameters<typeof buildConfig>[0]['collections']>[number]['hooks']
  lockTimeoutMs?: number
  migrations?: (typeof schemaOfConfig)[]
  url: string
}): Promise<Payload> => {
  const config = await buildConfig({
    collections: [
      {
        fields: [
          { name: 'title', localized: true, type: 'text' },
          { name: 'token', index: true, type: 'text' },
          { name: 'writes', defaultValue: 0, localized: true, type: 'number' },
          { name: 'items', fields: [{ name: 'label', type: 'text' }], type: 'array' },
          {
            name: 'layout',
            blocks: [{ fields: [{ name: 'text', localized: true, type: 'text' }], slug: 'quote' }],
            type: 'blocks',
          },
          { name: 'related', hasMany: true, relationTo: 'pages', type: 'relationship' },
        ],
        hooks: {
          ...hooks,
          beforeChange: [
            ({ data, originalDoc }) => ({ ...data, writes: (originalDoc?.writes ?? 0) + 1 }),
            ...(hooks.beforeChange ?? []),
          ],
        },
        slug: 'pages',
        versions: { drafts: { localizeStatus: true }, maxPerDoc: 0 },
      },
    ],
    db:
      databaseKind(url) === 'sqlite'
        ? sqliteDatabase({ lockTimeoutMs, migrations, url })
        : mongodbDatabase({ migrations, url }),
    experimental: { localizeStatus: true },
    localization: { defaultLocale: 'en', fallback: false, locales: ['en', 'zh'] },
    logger: { options: { level: 'warn' } },
    secret: 'contract',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  return new BasePayload().init({ config, disableOnInit: true })
}
