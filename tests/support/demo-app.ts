import { seedDemo } from '../../src/seed/index.ts'
import { startTestApp } from './test-app.ts'

/** The real server with the demo content. */
export const startDemoApp = async (
  options: Parameters<typeof startTestApp>[0] = {},
): ReturnType<typeof startTestApp> => {
  const app = await startTestApp(options)
  await seedDemo({ password: 'a password for the demo', payload: app.payload })
  return app
}
