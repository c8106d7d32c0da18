import { assertNodeConditions } from './assert-node-conditions.ts'
import { reportFailure } from './report-failure.ts'

// Only now may anything be loaded that reads the settings or imports the editor's packages.
try {
  assertNodeConditions()
  const { runServer } = await import('./run-server.ts')
  await runServer()
} catch (error) {
  reportFailure(error)
}
