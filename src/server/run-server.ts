import { env } from '../env.ts'
import { assertDatabaseUsable } from '../database/check-database.ts'
import { assertDirectoryWritable } from './assert-directory-writable.ts'
import { assertPortFree } from './assert-port-free.ts'
import { listen } from './listen.ts'
import { announce, step } from './progress.ts'
import { stopGracefully } from './stop-gracefully.ts'

/** Checks first and changes nothing until all is well; then brings the server up, step by step. */
export const runServer = async (): Promise<void> => {
  await step('Checking the settings', async () => {
    await assertPortFree(env)
    assertDirectoryWritable(env.dataDir)
    await assertDatabaseUsable({ url: env.databaseUrl })
  })
  if (env.admin) {
    const { buildAdminWhenNeeded } = await import('../launch/build-admin.ts')
    await buildAdminWhenNeeded()
  }
  const payload = await step('Opening the database', async () => {
    const [{ getPayload }, { default: config }] = await Promise.all([
      import('payload'),
      import('../../payload.config.ts'),
    ])
    return getPayload({ config, cron: true })
  })
  const { seedWhenNeeded } = await import('../launch/seed-demo-content.ts')
  const demo = await seedWhenNeeded({ env, payload })
  const server = await step('Starting the server', async () => {
    const { createApp } = await import('./app.ts')
    const admin = env.admin ? await (await import('./admin-handler.ts')).adminHandler() : undefined
    return listen(createApp({ ...(admin ? { admin } : {}), env, payload }), env)
  })
  stopGracefully({ payload, server })
  announce({ demo, env, server })
}
