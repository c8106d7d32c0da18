import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { mongo } from 'mongoose'

import { runProgram } from './programs.ts'
import { settings } from './settings.ts'

export type Database = {
  documents: number
  /** The data directory of the servers on it. */
  folder: string
  name: string
  url: string
}

export type Databases = {
  /** An empty one, not yet there. */
  place: (name: string) => Promise<Omit<Database, 'documents'>>
  /** One with so many briefs; made when first asked for. */
  withBriefs: (documents: number) => Promise<Database>
  removeAll: () => Promise<void>
}

/** The databases of a run, of the kind of `DATABASE_URL`. Nothing of them is left at the end. */
export const openDatabases = async (): Promise<Databases> => {
  const folder = await mkdtemp(join(tmpdir(), 'qiao-bench-'))
  const urls: string[] = []
  const made = new Map<number, Promise<Database>>()
  const place: Databases['place'] = async (name) => {
    const own = join(folder, name)
    await mkdir(own, { recursive: true })
    const url = urlOf({ folder: own, name })
    urls.push(url)
    return { folder: own, name, url }
  }
  const make = async (documents: number): Promise<Database> => {
    const database = { ...(await place(`briefs-${documents}`)), documents }
    const begunAt = performance.now()
    await runProgram('tests/bench/fill-database.ts', {
      database,
      env: { BENCH_DOCUMENTS: String(documents) },
    })
    const seconds = ((performance.now() - begunAt) / 1000).toFixed(1)
    console.log(`Made a database of ${documents} briefs in ${seconds} s`)
    return database
  }
  return {
    place,
    removeAll: async () => {
      await rm(folder, { force: true, recursive: true })
      for (const url of urls.filter((each) => each.startsWith('mongodb'))) {
        const client = new mongo.MongoClient(url)
        await client.db().dropDatabase()
        await client.close()
      }
    },
    withBriefs: (documents) => {
      const known = made.get(documents) ?? make(documents)
      made.set(documents, known)
      return known
    },
  }
}

const urlOf = ({ folder, name }: { folder: string; name: string }): string => {
  const { databaseUrl } = settings
  if (!databaseUrl?.startsWith('mongodb')) return `file:${join(folder, 'qiao.db')}`
  const url = new URL(databaseUrl)
  url.pathname = `${url.pathname.length > 1 ? url.pathname : '/qiao'}-bench-${process.pid}-${name}`
  return url.href
}
