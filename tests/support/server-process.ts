import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { root } from './conventions/repository.ts'
import { freePort } from './free-port.ts'
import { noRateLimits } from './no-rate-limits.ts'

export type ServerProcess = {
  /** Of the launcher, whose child is the server. */
  pid: number | undefined
  url: string
  /** Milliseconds from spawn to the first answer of `/health/ready`. */
  readyMs: number
  /** Resident memory now, in bytes. */
  residentBytes: () => Promise<number>
  /** Everything the server has printed so far. */
  output: () => string
  /** Stops the server as an operator would (SIGTERM) and removes its data directory. */
  stop: () => Promise<void>
}

export type ServerOptions = {
  /** @default true */
  admin?: boolean
  /** @default a new SQLite file in the data directory */
  databaseUrl?: string
  /** @default a new temporary folder, removed by `stop` */
  dataDir?: string
  /** @default one whose password the server makes up */
  firstAdmin?: { email: string; password: string }
  /** Further settings. @default none */
  settings?: Record<string, string>
  /** Milliseconds to wait for readiness. @default 60_000 */
  timeoutMs?: number
}

/** The real server, as `npm start` runs it, in a process of its own on a free port. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const { admin = true, databaseUrl, firstAdmin, timeoutMs = 60_000 } = options
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'qiao-server-')))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _, ...inherited } = process.env
  const begun = performance.now()
  const child = spawn(process.execPath, ['src/launch/start.mjs'], {
    cwd: root,
    env: {
      ...inherited,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...(firstAdmin && {
        QIAO_ADMIN_EMAIL: firstAdmin.email,
        QIAO_ADMIN_PASSWORD: firstAdmin.password,
      }),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      PAYLOAD_SECRET: 'a secret for tests, long enough for every check of its length',
      PORT: String(port),
      PUBLIC_URL: url,
      QIAO_ADMIN: admin ? 'on' : 'off',
      QIAO_DATA_DIR: dataDir,
      QIAO_DEMO: 'off',
      ...noRateLimits,
      ...options.settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = once(child, 'exit')

  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await exited
    }
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
  }

  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready:\n${output}`)
    if (performance.now() - begun > timeoutMs) {
      await stop()
      throw new Error(`The server was not ready in ${timeoutMs} ms:\n${output}`)
    }
    await wait(20)
  }
  const readyMs = performance.now() - begun
  return {
    pid: child.pid,
    url,
    readyMs,
    residentBytes: () => residentBytes(child.pid),
    output: () => output,
    stop,
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
  return answer?.ok ?? false
}

// The launcher waits beside the server that it started: both count.
async function residentBytes(pid: number | undefined): Promise<number> {
  const folder = `/proc/${pid ?? 0}`
  const status = await readFile(`${folder}/status`, 'utf8')
  const own = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
  const children = await readFile(`${folder}/task/${pid ?? 0}/children`, 'utf8')
  const others = await Promise.all(
    children
      .split(' ')
      .filter((child) => child.trim() !== '')
      .map((child) => residentBytes(Number(child))),
  )
  return others.reduce((sum, bytes) => sum + bytes, own)
}
