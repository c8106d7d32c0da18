import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { exportContent } from '../../src/transfer/export-content.ts'
import { startDemoApp } from '../support/demo-app.ts'
import { isMongodb } from '../support/test-database.ts'
import { comparable } from './comparable.ts'
import { type Place, runTransfer, startTransfer } from './run-transfer.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'qiao-transfer-'))
const first = path.join(folder, 'first.jsonl')
let app: Awaited<ReturnType<typeof startDemoApp>>
const server = isMongodb(process.env.DATABASE_URL ?? '') ? process.env.DATABASE_URL : undefined

const sqlite = (name: string): Place => ({
  dataDir: path.join(folder, name),
  databaseUrl: `file:${path.join(folder, name, 'qiao.db')}`,
})

const mongodb = (name: string): Place => {
  const url = new URL(server!)
  url.pathname = `/qiao-test-${randomUUID()}`
  return { dataDir: path.join(folder, name), databaseUrl: url.href }
}

const carry = async (from: string, to: Place): Promise<string> => {
  const imported = await runTransfer({ args: ['import', from], place: to })
  expect(imported, imported.output).toMatchObject({ code: 0 })
  const file = path.join(folder, `${randomUUID()}.jsonl`)
  const exported = await runTransfer({ args: ['export', file], place: to })
  expect(exported, exported.output).toMatchObject({ code: 0 })
  return file
}

beforeAll(async () => {
  app = await startDemoApp()
  const { payload } = app
  const { docs } = await payload.find({ collection: 'news-briefs', limit: 2 })
  await payload.update({
    id: docs[0]!.id,
    collection: 'news-briefs',
    data: { _status: 'draft', title: '草稿' },
    draft: true,
    locale: 'zh',
  })
  await payload.update({
    id: docs[1]!.id,
    collection: 'news-briefs',
    data: { deletedAt: new Date().toISOString() },
  })
  const { docs: users } = await payload.find({ collection: 'users', limit: 1 })
  await payload.create({
    collection: 'payload-preferences',
    user: users[0]!,
    data: {
      key: `collection-news-briefs-${docs[0]!.id}`,
      user: { relationTo: 'users', value: users[0]!.id },
      value: { fields: {} },
    },
  })
  const { counts, missingFiles } = await exportContent({ file: first, payload })
  expect(counts).toMatchObject({ organization: 1, users: 5 })
  expect(missingFiles).toEqual([])
})

afterAll(async () => {
  await app.stop()
  rmSync(folder, { force: true, recursive: true })
})

test('an export that was imported is exported again line by line the same', async () => {
  const again = await carry(first, server ? mongodb('same') : sqlite('same'))
  const lines = (file: string) => readFileSync(file, 'utf8').trim().split('\n').slice(1)
  if (server) expect(comparable(again)).toEqual(comparable(first))
  else expect(lines(again)).toEqual(lines(first))
})

test('an import that was killed is finished by running it again', async () => {
  const place = server ? mongodb('killed') : sqlite('killed')
  const { child, ended } = startTransfer({ args: ['import', first], place })
  child.stderr.once('data', () => child.kill('SIGKILL'))
  const { code } = await ended
  expect(code).toBeNull()
  const again = await carry(first, place)
  expect(comparable(again)).toEqual(comparable(first))
})

test('an export is not mixed with other content unless asked for', async () => {
  const place = server ? mongodb('mixed') : sqlite('mixed')
  const line = path.join(folder, 'topic.jsonl')
  writeFileSync(line, JSON.stringify({ collection: 'topics', doc: { title: { en: 'Other' } } }))
  expect(await runTransfer({ args: ['import', line], place })).toMatchObject({ code: 0 })
  const refused = await runTransfer({ args: ['import', first], place })
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.output).toContain('add --merge to keep both')
})

test('an export that was cut off is refused', async () => {
  const cut = path.join(folder, 'cut.jsonl')
  writeFileSync(cut, readFileSync(first, 'utf8').trim().split('\n').slice(0, -1).join('\n'))
  const { code, output } = await runTransfer({ args: ['import', cut], place: sqlite('cut') })
  expect(code).toBe(1)
  expect(output).toContain('was cut off')
})

test('only its owner may read an export', () => {
  expect(statSync(first).mode & 0o777).toBe(0o600)
})

// Only a run on MongoDB has a server to carry to.
if (server)
  test('everything arrives in the other database, and back again', async () => {
    const inSqlite = await carry(first, sqlite('other'))
    expect(comparable(inSqlite)).toEqual(comparable(first, ['sqlite']))
    const back = await carry(inSqlite, mongodb('back'))
    expect(comparable(back)).toEqual(comparable(first, ['sqlite', 'mongodb']))
  })
