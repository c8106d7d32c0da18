import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

import { repository } from './repository.mjs'

/**
 * Runs a program of this repository in a Node of its own, as if it were this process: its output is ours,
 * our signals are its signals. Resolves with its exit code.
 *
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>}
 */
export const runNode = (args, { env = {} } = {}) =>
  new Promise((resolve, reject) => {
    const settings = path.join(repository, '.env')
    const child = spawn(
      process.execPath,
      [
        '--conditions=production',
        ...(existsSync(settings) ? [`--env-file=${settings}`] : []),
        ...args,
      ],
      {
        cwd: repository,
        env: { ...process.env, ...env },
        // The channel closes when this process dies, however it dies, and so tells the child.
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      },
    )
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) {
      process.on(signal, () => child.kill(signal))
    }
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
