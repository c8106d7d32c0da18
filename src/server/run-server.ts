import { mkdirSync } from 'node:fs'

import { env } from '../env.ts'
import { step } from '../launch/step.mjs'
import { announce } from './announce.ts'
import { assertDatabaseFolder } from './assert-database-folder.ts'
import { assertDirectoryWritable } from './assert-directory-writable.ts'
import { assertPortFree } from './assert-port-free.ts'
import { readTrustedDocuments } from './graphql/trusted-documents.ts'
import { listen } from './listen.ts'
import { placeOfScrapes } from './metrics/place-of-scrapes.ts'
import { stopGracefully } from './stop-gracefully.ts'

/** Checks first and changes nothing until all is well; then brings the server up, step by step. */
export const runServer = async (): Promise<void> => {
  await assertPortFree(env)
  const scrapes = placeOfScrapes(env.metrics)
  if (scrapes) await assertPortFree(scrapes)
  assertDirectoryWritable(env.dataDir)
  assertDatabaseFolder(env)
  readTrustedDocuments(env)
  // Loads both databases' drivers, so it comes after what can be refused at once.
  const { assertDatabaseUsable } = await import('../database/check-database.ts')
  await assertDatabaseUsable({ url: env.databaseUrl })
  mkdirSync(env.dataDir, { recursive: true })
  if (env.admin) {
    const { buildAdmin, isAdminBuilt } = await import('../launch/build-admin.ts')
    if (!isAdminBuilt()) {
      await step('Building the admin UI (about half a minute, once)', buildAdmin)
    }
  }
  const payload = await step('Opening the database', async () => {
    const [{ getPayload }, { default: config }] = await Promise.all([
      import('payload'),
      import('../../payload.config.ts'),
    ])
    return getPayload({ config, cron: true })
  })
  const { isDemoWanted, seedDemoWhenWanted } = await import('../launch/seed-demo.ts')
  const { makeFirstAdmin } = await import('../launch/make-first-admin.ts')
  const signIns = (await isDemoWanted({ env, payload }))
    ? await step('Writing the demo content', () => seedDemoWhenWanted({ env, payload }))
    : await makeFirstAdmin({ env, payload })
  const { createMetrics } = await import('./metrics/create-metrics.ts')
  const metrics = scrapes || env.metrics.token ? createMetrics({ payload }) : undefined
  const server = await step('Starting the server', async () => {
    const { createApp } = await import('./app.ts')
    const admin = env.admin ? await (await import('./admin-handler.ts')).adminHandler() : undefined
    return listen(createApp({ ...(admin ? { admin } : {}), env, metrics, payload }), env)
  })
  const { listenForScrapes } = await import('./metrics/listen-for-scrapes.ts')
  const scrapeServer = await listenForScrapes({ env, logger: payload.logger, metrics })
  const { startSchedules } = await import('@qiao/locale-publishing')
  const { withConflictRetry } = await import('../database/with-conflict-retry.ts')
  const stopSchedules = startSchedules(payload, { repeat: (work) => withConflictRetry(work) })
  const { startWebhooks } = await import('@qiao/webhooks')
  const stopWebhooks = startWebhooks(payload)
  stopGracefully({ payload, scrapeServer, server, stopWork: [stopSchedules, stopWebhooks] })
  announce({ env, server, signIns })
  const { loadGraphql } = await import('./graphql/graphql-handler.ts')
  // After the first requests, such as a health check, have been answered.
  setTimeout(() => void loadGraphql({ env, payload }), 1000).unref()
}
