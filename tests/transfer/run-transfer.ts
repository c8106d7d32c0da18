import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'

import { root } from '../support/conventions/repository.ts'

export type Place = { dataDir: string; databaseUrl: string }

/** `npm run import` or `npm run export`, in a process of its own, on a database of its own. */
export const startTransfer = ({ args, place }: { args: string[]; place: Place }) => {
  mkdirSync(place.dataDir, { recursive: true })
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'src/launch/transfer-content.ts', ...args],
    {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: place.databaseUrl,
        NODE_ENV: 'test',
        PAYLOAD_SECRET: 'a secret for tests only',
        QIAO_DATA_DIR: place.dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => ({ code: code as null | number, output }))
  return { child, ended, output: () => output }
}

export const runTransfer = async (given: Parameters<typeof startTransfer>[0]) =>
  startTransfer(given).ended
