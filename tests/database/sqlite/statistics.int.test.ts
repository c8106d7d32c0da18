import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { openConnection } from '../../../src/database/sqlite/open-connection.ts'
import { createStatistics } from '../../../src/database/sqlite/statistics.ts'
import { createWriteQueue } from '../../../src/database/sqlite/write-queue.ts'
import { createWriter } from '../../../src/database/sqlite/writer.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qiao-statistics-'))
})

afterAll(() => {
  rmSync(folder, { force: true, recursive: true })
})

it('what another process writes while statistics are gathered is read as soon as it is there', async () => {
  const url = `file:${join(folder, 'a.db')}`
  const other = await openConnection({ role: 'writer', url })
  await other.execute('CREATE TABLE t (a)')
  await other.execute('CREATE INDEX i ON t (a)')
  await other.execute('INSERT INTO t VALUES (1)')
  let reader = await openConnection({ role: 'reader', url })
  const writer = createWriter({ schema: () => ({}), url })
  const errors: unknown[] = []
  const statistics = createStatistics({
    onError: (error) => errors.push(error),
    queue: createWriteQueue({}),
    reader: () => reader,
    renewReader: async () => {
      reader = await openConnection({ role: 'reader', url })
    },
    writer: {
      ...writer,
      // The other process begins to write between the two statements of this one.
      execute: async (...statements) => {
        await writer.execute(...statements)
        await other.execute('BEGIN IMMEDIATE')
        await other.execute('INSERT INTO t VALUES (2)')
      },
    },
  })
  const count = async () => {
    const { rows } = await reader.execute('SELECT count(*) AS count FROM t')
    return Number(rows[0]?.count)
  }
  await statistics.gather()
  await other.execute('COMMIT')
  expect(await count()).toBe(2)
  await other.execute('INSERT INTO t VALUES (3)')
  expect(await count()).toBe(3)
  await expect(reader.execute('INSERT INTO t VALUES (4)')).rejects.toThrow(/readonly/)
  expect(errors).toEqual([])
  await statistics.close()
  for (const each of [other, reader, writer]) each.close()
})
