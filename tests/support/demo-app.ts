import { seedDemo } from '../../src/seed/index.ts'
import { startTestApp } from './test-app.ts'

/** The real server with the demo content. */
export const startDemoApp = async (): ReturnType<typeof startTestApp> => {
  const app = await startTestApp()
  await seedDemo({ password: 'a password for the demo', payload: app.payload })
  return app
}
