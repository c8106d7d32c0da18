import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { bundleServer } from '../../src/launch/bundle-server.mjs'
import { repository } from '../../src/launch/repository.mjs'
import { noRateLimits } from '../support/no-rate-limits.ts'

export type Started = {
  /** Resolves with everything printed and the exit code when the process has ended. */
  ended: Promise<{ code: number | null; output: string }>
  kill: (signal: NodeJS.Signals) => void
  /** Everything printed so far. */
  output: () => string
  /** Resolves when the server says that it is ready; rejects when it ends before. */
  ready: Promise<void>
}

/** Starts the server as `npm start` does, with nothing but these settings. */
export const startProcess = async (
  settings: Record<string, string>,
  { nodeArgs = ['--conditions=production'] }: { nodeArgs?: string[] } = {},
): Promise<Started> => {
  const child = spawn(process.execPath, [...nodeArgs, await bundleServer()], {
    cwd: repository,
    env: {
      HOME: process.env.HOME,
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      QIAO_ADMIN: 'off',
      QIAO_DEMO: 'off',
      ...noRateLimits,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let sayReady: () => void = () => undefined
  const isReady = new Promise<void>((resolve) => {
    sayReady = resolve
  })
  const read = (chunk: Buffer): void => {
    output += chunk.toString()
    if (output.includes('Qiao is ready.')) {
      sayReady()
    }
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }))
  const ready = Promise.race([
    isReady,
    ended.then(({ code }) => {
      throw new Error(`The server ended with ${String(code)} before it was ready:\n${output}`)
    }),
  ])
  // Whoever waits for the end does not wait for readiness, and must not hear of it.
  ready.catch(() => undefined)
  return { ended, kill: (signal) => child.kill(signal), output: () => output, ready }
}
