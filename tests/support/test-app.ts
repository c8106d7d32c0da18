import type { Express } from 'express'
import type { Payload } from 'payload'

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { noRateLimits } from './no-rate-limits.ts'
import { freshDatabaseUrl, removeTestDatabases } from './test-database.ts'

/** The real server on an empty database of its own, without the admin UI. It does not listen. */
export const startTestApp = async ({
  hasCache = true,
}: {
  /** Off where it is counted what is asked of the database. @default true */
  hasCache?: boolean
} = {}): Promise<{
  app: Express
  payload: Payload
  stop: () => Promise<void>
}> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'qiao-test-data-'))
  // The settings are read when the config is imported, so they have to stand before.
  Object.assign(process.env, {
    DATABASE_URL: freshDatabaseUrl(),
    LOG_LEVEL: 'error',
    NODE_ENV: 'test',
    PAYLOAD_SECRET: 'a secret for tests only',
    QIAO_CACHE: hasCache ? 'on' : 'off',
    QIAO_DATA_DIR: folder,
    ...noRateLimits,
  })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { createApp } = await import('../../src/server/app.ts')
  const payload = await getPayload({ config })
  return {
    app: createApp({ payload }),
    payload,
    stop: async () => {
      await payload.destroy()
      removeTestDatabases()
      rmSync(folder, { force: true, recursive: true })
    },
  }
}
