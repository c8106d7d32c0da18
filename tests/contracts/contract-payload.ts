import {
  BasePayload,
  buildConfig,
  type CollectionConfig,
  type CollectionSlug,
  type Payload,
} from 'payload'

import { databaseKind } from '../../src/database/database-kind.ts'
import { mongodbDatabase } from '../../src/database/mongodb/mongodb-database.ts'
import type { DatabaseMigration } from '../../src/database/run-migrations.ts'

import { sqliteDatabase } from '../../src/database/sqlite/sqlite-database.ts'
import { schemaOfConfig } from '../support/database-schema.ts'

export type Page = ReturnType<typeof pageData> & { id: string; writes?: number }

export type Options = {
  collection: 'pages'
  data?: Record<string, unknown>
  draft?: boolean
  id?: string
  limit?: number
  locale?: 'all' | 'en' | 'zh'
  req?: { transactionID?: number | Promise<number | string> | string }
  where?: Record<string, unknown>
}

/** What the suite uses of Payload, for a collection that the generated types do not know. */
export type ContractPayload = Pick<Payload, 'db' | 'destroy' | 'logger'> & {
  count: (options: Options) => Promise<{ totalDocs: number }>
  countVersions: (options: Options) => Promise<{ totalDocs: number }>
  create: (options: Options) => Promise<Page>
  find: (options: Options) => Promise<{ docs: Page[] }>
  findByID: (options: Options) => Promise<Page>
  findVersions: (options: Options) => Promise<{ docs: { parent: string; version: Page }[] }>
  update: (options: Options) => Promise<Page>
}

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
  hooks?: NonNullable<CollectionConfig['hooks']>
  lockTimeoutMs?: number
  migrations?: DatabaseMigration[]
  url: string
}): Promise<ContractPayload> => {
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
          {
            name: 'related',
            hasMany: true,
            relationTo: 'pages' as CollectionSlug,
            type: 'relationship',
          },
        ],
        hooks: {
          ...hooks,
          beforeChange: [
            ({ data, originalDoc }) => ({ ...data, writes: Number(originalDoc?.writes ?? 0) + 1 }),
            ...(hooks.beforeChange ?? []),
          ],
        },
        slug: 'pages',
        versions: { drafts: { localizeStatus: true }, maxPerDoc: 100 },
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
  const payload = await new BasePayload().init({ config, disableOnInit: true })
  // The generated types describe the real collections only.
  return payload as unknown as ContractPayload
}
