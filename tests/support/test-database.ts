import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folders: string[] = []

/**
 * The URL of an empty database that nobody else uses: a new SQLite file, or, when DATABASE_URL names a MongoDB
 * server, a new database there. `removeTestDatabases` takes the files away; the databases of a test server end with it.
 */
export const freshDatabaseUrl = (): string => {
  const server = process.env.DATABASE_URL
  if (server?.startsWith('mongodb')) {
    const url = new URL(server)
    url.pathname = `/qiao-test-${randomUUID()}`
    return url.href
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'qiao-test-'))
  folders.push(folder)
  return `file:${path.join(folder, 'qiao.db')}`
}

/** Deletes the SQLite files that `freshDatabaseUrl` made in this process. Close the databases first. */
export const removeTestDatabases = (): void => {
  for (const folder of folders.splice(0)) {
    rmSync(folder, { force: true, recursive: true })
  }
}

/** True when the tests run on MongoDB. */
export const isMongodb = (url: string): boolean => url.startsWith('mongodb')
