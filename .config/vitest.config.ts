import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** What only the other database has. */
const otherDatabase = process.env.DATABASE_URL?.startsWith('mongodb')
  ? 'tests/database/sqlite/**'
  : 'tests/database/mongodb/**'

/** Unit and integration tests. Each file has a process of its own, because the settings are read once per process. */
export default defineConfig({
  resolve: {
    // The file that Node takes: Vite would take the module beside it, and GraphQL refuses types of its second self.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }],
    conditions: ['production'],
  },
  ssr: { resolve: { conditions: ['production'] } },
  test: {
    // As src/env.ts says; processes that the tests start read no settings.
    env: { PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true' },
    exclude: ['**/node_modules/**', 'tests/e2e/**', 'tests/bench/**', otherDatabase],
    // Lexical's other build waits inside import cycles; Node then ends without a word.
    execArgv: ['--conditions=production'],
    hookTimeout: 120_000,
    include: ['tests/**/*.test.ts'],
    maxWorkers: 2,
    pool: 'forks',
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 60_000,
  },
})
