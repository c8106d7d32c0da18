import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { root } from '../support/conventions/repository.ts'
import type { Bench } from './bench.ts'
import type { Line } from './line.ts'
import { makeContent } from './make-content.ts'
import { secret } from './programs.ts'
import { settings } from './settings.ts'

const run = promisify(execFile)

const briefs = settings.isFull ? 5000 : 2000

/** How many documents in two languages `npm run import` brings into an empty database in a second. */
export const measureImport = async ({ databases }: Bench): Promise<Line[]> => {
  const values: number[] = []
  for (let round = 0; round < settings.rounds; round++) {
    const { folder, url } = await databases.place(`import-${round}`)
    const file = join(folder, 'content.jsonl')
    const lines = await makeContent({ briefs, file })
    const { stderr } = await run(process.execPath, ['src/launch/transfer.mjs', 'import', file], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: url,
        NODE_ENV: 'production',
        PAYLOAD_SECRET: secret,
        QIAO_DATA_DIR: folder,
      },
    })
    const [, documents, seconds] = /(\d+) documents in ([\d.]+) s/.exec(stderr) ?? []
    if (Number(documents) !== lines) throw new Error(`Not all was imported: ${stderr}`)
    values.push(lines / Number(seconds))
  }
  const isSqlite = !settings.databaseUrl?.startsWith('mongodb')
  return [
    {
      key: 'imported documents per second',
      note: `${briefs} briefs and what they refer to, checked as if people had saved them`,
      // What MongoDB takes depends on where it is.
      ...(isSqlite ? { target: { atLeast: 200 } } : {}),
      unit: 'per second',
      values,
      what: 'documents that npm run import brings into an empty database, both languages',
    },
  ]
}
