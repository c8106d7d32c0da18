import { randomUUID } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { exportContent } from '../../src/transfer/export-content.ts'
import { startDemoApp } from '../support/demo-app.ts'
import { signIn } from '../support/sign-in.ts'
import { comparable } from './comparable.ts'
import { mongodbServer, openPlaces } from './open-places.ts'
import { type Place, runTransfer, startTransfer } from './run-transfer.ts'

const { folder, here, mongodb, remove, sqlite } = openPlaces()
const first = path.join(folder, 'first.jsonl')
let app: Awaited<ReturnType<typeof startDemoApp>>

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
  await leaveOpen(docs[0]!.id)
  const { counts, missingFiles } = await exportContent({ file: first, payload })
  expect(counts).toMatchObject({
    organization: 1,
    'review-requests': 1,
    'scheduled-publications': 1,
    users: 7,
  })
  expect(missingFiles).toEqual([])
})

/** What waits in one language for an editor, and in the other one for its time. */
const leaveOpen = async (id: string): Promise<void> => {
  const { payload } = app
  const post = (step: string, as: Record<string, string>, body: object) =>
    request(app.app).post(`/api/news-briefs/${id}/${step}`).set(as).send(body)
  const translator = await signIn({ locales: ['zh'], payload, role: 'translator' })
  await post('submit', translator, { locales: ['zh'], note: '请审阅' }).expect(201)
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const schedule = { action: 'unpublish', at, locales: ['en'] }
  await post('schedule', await signIn({ payload, role: 'editor' }), schedule).expect(201)
}

afterAll(async () => {
  await app.stop()
  remove()
})

test('an export that was imported is exported again line by line the same', async () => {
  const again = await carry(first, here('same'))
  // In which order the languages of a text are read is the database's affair.
  const lines = (file: string): unknown[] =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as unknown)
  if (mongodbServer) expect(comparable(again)).toEqual(comparable(first))
  else expect(lines(again)).toEqual(lines(first))
})

test('an import that was killed is finished by running it again', async () => {
  const place = here('killed')
  const { child, ended } = startTransfer({ args: ['import', first], place })
  child.stderr.once('data', () => child.kill('SIGKILL'))
  const { code } = await ended
  expect(code).toBeNull()
  const again = await carry(first, place)
  expect(comparable(again)).toEqual(comparable(first))
})

/** A place that holds a topic which the export does not hold. */
const withTopic = async (name: string): Promise<Place> => {
  const place = here(name)
  const file = path.join(folder, 'topic.jsonl')
  writeFileSync(file, JSON.stringify({ collection: 'topics', doc: { title: { en: 'Other' } } }))
  expect(await runTransfer({ args: ['import', file], place })).toMatchObject({ code: 0 })
  return place
}

test('an export is not mixed with other content unless asked for', async () => {
  const place = await withTopic('mixed')
  const refused = await runTransfer({ args: ['import', first], place })
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.output).toContain('add --merge to keep both')
})

test('an export that is merged leaves alone what is there, and the audit trail whole', async () => {
  const place = await withTopic('merged')
  const merged = await runTransfer({ args: ['import', first, '--merge'], place })
  expect(merged, merged.output).toMatchObject({ code: 0 })
  expect(merged.output).toContain('The audit trail is whole')
  const both = path.join(folder, 'both.jsonl')
  expect(await runTransfer({ args: ['export', both], place })).toMatchObject({ code: 0 })
  const [before, after] = [comparable(first), comparable(both)]
  const isContent = (name: string) => !/^(audit-trail|public-documents)/.test(name)
  for (const [name, record] of before) if (isContent(name)) expect(after.get(name)).toEqual(record)
  const others = [...after.keys()].filter((name) => isContent(name) && !before.has(name))
  expect(others.map((name) => name.split(' ')[0])).toEqual(['topics', 'slug-claims'])
  const again = await runTransfer({ args: ['import', first, '--merge'], place })
  expect(again, again.output).toMatchObject({ code: 0 })
  expect(again.output).toContain('0 documents in')
})

test('an import ends with 1 when the audit trail was altered', async () => {
  const altered = path.join(folder, 'altered.jsonl')
  const lines = readFileSync(first, 'utf8').split('\n')
  const index = lines.findIndex((line) => line.startsWith('{"collection":"audit-trail"'))
  const record = JSON.parse(lines[index]!) as { doc: { action: string } }
  record.doc.action = 'signed-in'
  lines[index] = JSON.stringify(record)
  writeFileSync(altered, lines.join('\n'))
  const { code, output } = await runTransfer({ args: ['import', altered], place: here('altered') })
  expect(output).toContain('The audit trail is not whole')
  expect(code).toBe(1)
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
if (mongodbServer)
  test('everything arrives in the other database, and back again', async () => {
    const inSqlite = await carry(first, sqlite('other'))
    expect(comparable(inSqlite)).toEqual(comparable(first, ['sqlite']))
    const back = await carry(inSqlite, mongodb('back'))
    expect(comparable(back)).toEqual(comparable(first, ['sqlite', 'mongodb']))
  })
