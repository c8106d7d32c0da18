import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildAdmin, isAdminBuilt } from '../../src/launch/build-admin.ts'
import { root } from '../support/conventions/repository.ts'
import { freePort } from '../support/free-port.ts'
import { startServer } from '../support/server-process.ts'
import { measurePublishing } from './measure-publishing.ts'
import { measureCase, type Measurement } from './measure-case.ts'
import { sizeOfInstalledTree } from './size-of-installed-tree.ts'

/**
 * `npm run bench`: what the service costs, in one run on one machine, beside bare Payload and
 * bare Express. `BENCH_SECONDS` (10) bounds each case, `BENCH_DOCUMENTS` (1000) the content, `BENCH_PUBLISHES` (200)
 * the rounds of publishing;
 * `DATABASE_URL` chooses the database, a new SQLite file otherwise. Fill an empty one only.
 */
if (!isAdminBuilt()) await buildAdmin()
const folder = await mkdtemp(join(tmpdir(), 'qiao-bench-'))
const databaseUrl = process.env.DATABASE_URL ?? `file:${join(folder, 'qiao.db')}`
const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const list = '/api/news-briefs?locale=zh&depth=1&limit=10&sort=-newsDate'
const query = `{ NewsBriefs(locale: zh, limit: 10, sort: "-newsDate") { totalDocs docs {
  id title slug summary kind newsDate body { json } programs { id title }
  topics { id title } participations { role partner { id name } } } } }`

try {
  await fill()
  const rows: Measurement[] = []
  const starts: string[] = []

  const withoutAdmin = await startServer({ admin: false, dataDir: folder, databaseUrl })
  starts.push(describeStart('admin off', withoutAdmin.readyMs, await withoutAdmin.residentBytes()))
  const answer = await fetch(withoutAdmin.url + list)
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (!answer.ok) throw new Error(`The list answered ${answer.status}: ${bytes.toString()}`)
  const body = JSON.stringify({ query })
  const url = `${withoutAdmin.url}/api/graphql`
  // The schema is made once, a second after the start or at the first question; no case shall pay for it.
  const json = { 'Content-Type': 'application/json' }
  await (await fetch(url, { method: 'POST', body, headers: json })).arrayBuffer()
  rows.push(await measureCase({ name: 'Qiao, REST', seconds, url: withoutAdmin.url + list }))
  rows.push(await measureCase({ name: 'Qiao, GraphQL', seconds, url, body }))
  const loaded = await withoutAdmin.residentBytes()
  await withoutAdmin.stop()

  const withAdmin = await startServer({ dataDir: folder, databaseUrl })
  starts.push(describeStart('admin on', withAdmin.readyMs, await withAdmin.residentBytes()))
  await withAdmin.stop()

  await withProgram('tests/bench/bare-payload.ts', {}, async (bare) => {
    rows.push(await measureCase({ name: 'bare handleEndpoints', seconds, url: bare + list }))
  })
  const file = join(folder, 'answer.json')
  await writeFile(file, bytes)
  await withProgram('tests/bench/bare-express.ts', { BENCH_BYTES: file }, async (bare) => {
    rows.push(await measureCase({ name: 'bare Express, same bytes', seconds, url: bare }))
  })
  report({ bytes: bytes.length, loaded, rows, starts })
  const rounds = Number(process.env.BENCH_PUBLISHES ?? 200)
  console.log('Publishing one language, beside what Payload alone needs for it:')
  console.table([await measurePublishing({ databaseUrl, folder, rounds })])
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  const begun = performance.now()
  const child = spawnProgram('tests/bench/fill-database.ts', {})
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error('The database could not be filled.')
  console.log(`Filled in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

function spawnProgram(file: string, env: Record<string, string>) {
  return spawn(process.execPath, ['--conditions=production', '--import', 'tsx', file], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      PAYLOAD_SECRET: 'a secret for measurements, long enough for every check',
      QIAO_DATA_DIR: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function withProgram(
  ...[file, env, measure]: [string, Record<string, string>, (url: string) => Promise<void>]
): Promise<void> {
  const port = String(await freePort())
  const child = spawnProgram(file, { ...env, PORT: port })
  const exited = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => Promise.reject(new Error(`${file} ended before it was ready.`))),
  ])
  try {
    await measure(`http://127.0.0.1:${port}`)
  } finally {
    child.kill('SIGTERM')
    await exited
  }
}

function describeStart(name: string, readyMs: number, resident: number): string {
  return `start, ${name}: ready after ${(readyMs / 1000).toFixed(2)} s, ${megabytes(resident)} in memory`
}

function report(results: {
  bytes: number
  loaded: number
  rows: Measurement[]
  starts: string[]
}): void {
  const { bytes, loaded, rows, starts } = results
  const [first] = rows
  console.log(
    [
      `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
      `database: ${databaseUrl.startsWith('file:') ? 'SQLite' : 'MongoDB'}; ` +
        `ten briefs with relations, ${bytes} bytes; ${seconds} s a case, 10 connections`,
      ...starts,
      `memory after the measurements, admin off: ${megabytes(loaded)}`,
      `installed tree: ${megabytes(sizeOfInstalledTree())}`,
    ].join('\n'),
  )
  console.table(
    rows.map((row) => ({
      ...row,
      'times the first': Number((row['requests/s'] / (first?.['requests/s'] ?? 1)).toFixed(2)),
    })),
  )
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`
}
