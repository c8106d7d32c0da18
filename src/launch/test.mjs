// npm test: every unit and integration test, on SQLite and then the integration tests on MongoDB.
// Arguments go on to vitest, e.g. `npm test -- tests/server`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { installPackages } from './install-packages.mjs'
import { runNode } from './run-node.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'qiao-test-'))
const filters = process.argv.slice(2)
const counts = { failed: 0, passed: 0 }
let notTested = ''

/**
 * @param {string} name
 * @param {{ databaseUrl?: string; extra?: string[] }} options
 */
const runTests = async (name, { databaseUrl = '', extra = [] } = {}) => {
  console.log(`\n=== Tests on ${name}`)
  const report = path.join(folder, `${databaseUrl ? 'mongodb' : 'sqlite'}.json`)
  const exitCode = await runNode(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=.config/vitest.config.ts',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...extra,
      ...filters,
    ],
    { env: { DATABASE_URL: databaseUrl, NODE_ENV: 'test' } },
  )
  const { numFailedTests, numFailedTestSuites, numPassedTests } = readReport(report)
  counts.passed += numPassedTests
  // A file that does not even load has no tests to count.
  counts.failed += numFailedTests || (exitCode === 0 ? 0 : Math.max(1, numFailedTestSuites))
}

/** @param {string} file */
const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    console.error(`The tests left no report: ${String(error)}`)
    return { numFailedTests: 0, numFailedTestSuites: 0, numPassedTests: 0 }
  }
}

/** A test run begins with no settings of the developer's own. */
for (const name of Object.keys(process.env)) {
  if (/^(QIAO_|PAYLOAD_|PORT$|HOST$|PUBLIC_URL$|LOG_LEVEL$)/.test(name)) {
    delete process.env[name]
  }
}

try {
  await installPackages()
  await runTests('SQLite')
  // eslint-disable-next-line import-x/no-restricted-paths -- this program is there for the tests
  const { startMongoDB } = await import('../../tests/support/mongodb-server.mjs')
  const mongodb = await startMongoDB()
  if (mongodb) {
    try {
      await runTests(mongodb.name, { databaseUrl: mongodb.url, extra: ['.int.test.ts'] })
    } finally {
      await mongodb.stop()
    }
    console.log(`\nTested on SQLite and on ${mongodb.name}.`)
  } else {
    notTested = 'no MongoDB server was found or could be installed'
    console.log(`\nTested on SQLite. MongoDB was not tested: ${notTested}.`)
  }
} catch (error) {
  console.error(error)
  counts.failed += 1
} finally {
  rmSync(folder, { force: true, recursive: true })
}
if (notTested && process.env.CI) {
  console.error('In CI a missing MongoDB server is a failure.')
  counts.failed += 1
}
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed > 0 ? 1 : 0
