import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

import { root } from '../support/conventions/repository.ts'
import { freePort } from '../support/free-port.ts'
import type { Database } from './databases.ts'
import { noteStarted } from './started.ts'

export type Running = { pid: number | undefined; stop: () => Promise<void>; url: string }

/** A program of the bench in a process of its own, with the settings of a production server. */
export const spawnProgram = (
  file: string,
  {
    database,
    env = {},
    stdio = 'pipe',
  }: {
    database?: Pick<Database, 'folder' | 'url'>
    env?: Record<string, string>
    stdio?: 'ipc' | 'pipe'
  },
): ChildProcess =>
  spawn(process.execPath, ['--conditions=production', '--import', 'tsx', file], {
    cwd: root,
    env: {
      ...process.env,
      ...(database && { DATABASE_URL: database.url, QIAO_DATA_DIR: database.folder }),
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      PAYLOAD_SECRET: secret,
      ...env,
    },
    stdio: stdio === 'ipc' ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['ignore', 'pipe', 'inherit'],
  })

export const secret = 'a secret for measurements, long enough for every check'

/** A program that listens on a port that it is given, and prints a line when it does. */
export const startProgram = async (
  file: string,
  options: Omit<Parameters<typeof spawnProgram>[1], 'stdio'>,
): Promise<Running> => {
  const port = String(await freePort())
  const child = spawnProgram(file, { ...options, env: { ...options.env, PORT: port } })
  const exited = once(child, 'exit')
  if (!child.stdout) throw new Error('The program prints nothing.')
  await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => Promise.reject(new Error(`${file} ended before it was ready.`))),
  ])
  return noteStarted({
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
    url: `http://127.0.0.1:${port}`,
  })
}

/** Runs a program to its end. @throws when it fails */
export const runProgram = async (
  file: string,
  options: Omit<Parameters<typeof spawnProgram>[1], 'stdio'>,
): Promise<void> => {
  const child = spawnProgram(file, options)
  child.stdout?.pipe(process.stdout)
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${file} failed.`)
}
