import { defineConfig } from 'vitest/config'

/** The browser journeys: one file after the other, each with a server and a browser of its own. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    pool: 'forks',
    execArgv: ['--conditions=production'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
