import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { buildAdmin, isAdminBuilt } from '../../src/launch/build-admin.ts'
import { root } from '../support/conventions/repository.ts'
import { startMongoDB } from '../support/mongodb-server.mjs'

/**
 * `npm run e2e [-- --database=sqlite|mongodb] [file…]`: the browser journeys on one database.
 * Ends with the line `N passed, N failed`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { database: { type: 'string', default: 'sqlite' } },
})
if (!isAdminBuilt()) await buildAdmin()
const folder = await mkdtemp(join(tmpdir(), 'qiao-e2e-'))
const mongodb = values.database === 'mongodb' ? await startMongoDB() : undefined
if (values.database === 'mongodb' && mongodb === undefined)
  throw new Error('No MongoDB server was found, and none could be installed.')

try {
  const report = join(folder, 'report.json')
  const child = spawn(
    process.execPath,
    [
      '--conditions=production',
      'node_modules/vitest/vitest.mjs',
      'run',
      ...positionals,
      '--config=.config/vitest.e2e.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    {
      cwd: root,
      env: { ...process.env, ...(mongodb && { DATABASE_URL: mongodb.url }) },
      stdio: 'inherit',
    },
  )
  const [exitCode] = (await once(child, 'exit')) as [number | null]
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
  }
  console.log(`The browser journeys ran on ${mongodb?.name ?? 'SQLite'}.`)
  // A suite that could not begin has no failed test of its own.
  const failed = exitCode === 0 ? numFailedTests : Math.max(1, numFailedTests)
  console.log(`${numPassedTests} passed, ${failed} failed`)
  process.exitCode = exitCode ?? 1
} finally {
  await mongodb?.stop()
  await rm(folder, { recursive: true, force: true })
}
