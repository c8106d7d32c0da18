import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { isMongodb } from '../support/test-database.ts'
import type { Place } from './run-transfer.ts'

export type Places = {
  /** Where the files of a test lie; gone with `remove`. */
  folder: string
  /** A new place of the kind that the tests run on. */
  here: (name: string) => Place
  /** A new place on the MongoDB server of the run. @throws where there is none */
  mongodb: (name: string) => Place
  remove: () => void
  sqlite: (name: string) => Place
}

/** The MongoDB server that the tests run on, if they do. */
export const mongodbServer = isMongodb(process.env.DATABASE_URL ?? '')
  ? process.env.DATABASE_URL
  : undefined

/** Places for servers, each with a database and a data directory of its own, in one temporary folder. */
export const openPlaces = (): Places => {
  const folder = mkdtempSync(path.join(tmpdir(), 'qiao-transfer-'))
  const sqlite = (name: string): Place => ({
    dataDir: path.join(folder, name),
    databaseUrl: `file:${path.join(folder, name, 'qiao.db')}`,
  })
  const mongodb = (name: string): Place => {
    const url = new URL(mongodbServer!)
    url.pathname = `/qiao-test-${randomUUID()}`
    return { dataDir: path.join(folder, name), databaseUrl: url.href }
  }
  return {
    folder,
    here: mongodbServer ? mongodb : sqlite,
    mongodb,
    remove: () => rmSync(folder, { force: true, recursive: true }),
    sqlite,
  }
}
