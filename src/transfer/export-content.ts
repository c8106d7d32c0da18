import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'

import { copyFile, filesFolder, namesOfFiles, uploadFolder } from './carry-files.ts'
import { inSnapshot } from './in-snapshot.ts'
import { rawDatabase } from './raw-database.ts'
import {
  type Content,
  databaseOf,
  type DocumentRecord,
  exportFormat,
  exportVersion,
  type GlobalRecord,
  type Header,
  schemaFingerprint,
  transferredCollections,
} from './records.ts'

const pageSize = 100

export type ExportReport = {
  /** Documents of each collection, and globals, by their slugs. */
  counts: Record<string, number>
  files: number
  /** Files that documents name and the server does not have. */
  missingFiles: string[]
}

/**
 * Writes everything that the database and the folders of files hold into `file` and the folder `<file>.files`. The file
 * gets its name only when it is whole. It holds password hashes, so only its owner may read it.
 */
export const exportContent = async ({
  file,
  onProgress = () => undefined,
  payload,
}: {
  file: string
  onProgress?: (records: number, total: number) => void
  payload: Payload
}): Promise<ExportReport> => {
  const partial = `${file}.part`
  const report: ExportReport = { counts: {}, files: 0, missingFiles: [] }
  await rm(partial, { force: true })
  const output = createWriteStream(partial, { flags: 'wx', flush: true, mode: 0o600 })
  const failed = once(output, 'error').then(([error]) => Promise.reject(error as Error))
  // Whoever waits for the stream meets the error; while nobody does, it is not lost but not yet asked for.
  failed.catch(() => undefined)
  let records = 0
  const write = async (line: object): Promise<void> => {
    if (!output.write(`${JSON.stringify(line)}\n`))
      await Promise.race([once(output, 'drain'), failed])
  }
  try {
    await write(headerOf(payload))
    await inSnapshot(payload, async () => {
      const collections = transferredCollections(payload)
      const total = await countAll(payload, collections)
      const add = async (slug: string, line: DocumentRecord | GlobalRecord): Promise<void> => {
        await write(line)
        records += 1
        report.counts[slug] = (report.counts[slug] ?? 0) + 1
        onProgress(records, total)
      }
      for (const collection of collections) {
        for await (const record of documentsOf(payload, collection))
          await add(collection, await withFiles({ file, payload, record, report }))
      }
      for (const { slug } of payload.config.globals) {
        const record = await globalOf(payload, slug)
        if (record) await add(slug, record)
      }
    })
    await write({ end: true, records })
    output.end()
    await Promise.race([once(output, 'finish'), failed])
    await rename(partial, file)
    return report
  } catch (error) {
    output.destroy()
    await rm(partial, { force: true })
    throw error
  }
}

const headerOf = (payload: Payload): Header => ({
  format: exportFormat,
  version: exportVersion,
  exportedAt: new Date().toISOString(),
  database: databaseOf(payload),
  locales: payload.config.localization ? payload.config.localization.localeCodes : [],
  schema: schemaFingerprint(payload),
})

const countAll = async (payload: Payload, collections: string[]): Promise<number> => {
  let total = payload.config.globals.length
  for (const collection of collections)
    total += (await rawDatabase(payload).count({ collection })).totalDocs
  return total
}

/** The documents of a collection in the order of their ids, a page at a time, each with its versions. */
async function* documentsOf(payload: Payload, collection: string): AsyncGenerator<DocumentRecord> {
  const db = rawDatabase(payload)
  const hasVersions = Boolean(payload.collections[collection as 'stories'].config.versions)
  const page = { joins: false, limit: pageSize, pagination: false, sort: 'id' } as const
  let last: string | undefined
  for (;;) {
    const { docs } = await db.find({
      ...page,
      collection,
      ...(last === undefined ? {} : { where: { id: { greater_than: last } } }),
    })
    const versions = new Map<string, Content[]>()
    if (hasVersions && docs.length > 0) {
      const found = await db.findVersions({
        collection,
        limit: 0,
        pagination: false,
        sort: 'updatedAt',
        where: { parent: { in: docs.map(({ id }) => id) } },
      })
      for (const version of found.docs) {
        const parent = String(version.parent)
        versions.set(parent, [...(versions.get(parent) ?? []), storedVersion(version)])
      }
    }
    for (const doc of docs) {
      const { id } = doc
      yield {
        collection,
        id,
        doc,
        ...(hasVersions ? { versions: versions.get(id) ?? [] } : {}),
      }
    }
    last = docs.at(-1)?.id
    if (docs.length < pageSize) return
  }
}

const globalOf = async (payload: Payload, slug: string): Promise<GlobalRecord | undefined> => {
  const db = rawDatabase(payload)
  const { globalType: _, id, ...doc } = (await db.findGlobal({ slug })) ?? {}
  // A global that was never saved has no id; nothing refers to one by it, so it stays behind.
  if (id === undefined) return undefined
  const hasVersions = Boolean(
    payload.globals.config.find((global) => global.slug === slug)?.versions,
  )
  if (!hasVersions) return { doc, global: slug }
  const { docs } = await db.findGlobalVersions({
    global: slug,
    limit: 0,
    pagination: false,
    sort: 'updatedAt',
  })
  return { doc, global: slug, versions: docs.map(storedVersion) }
}

/** Nothing refers to a version by its id; its place among those of its document is what tells it from others. */
const storedVersion = ({ id: _, parent: __, ...version }: Content): Content => version

const withFiles = async ({
  file,
  payload,
  record,
  report,
}: {
  file: string
  payload: Payload
  record: DocumentRecord
  report: ExportReport
}): Promise<DocumentRecord> => {
  const from = uploadFolder(payload, record.collection)
  if (!from) return record
  const files = []
  for (const name of namesOfFiles(record.doc)) {
    if (!existsSync(path.join(from, path.basename(name)))) {
      report.missingFiles.push(name)
      continue
    }
    files.push(await copyFile({ from, name, to: filesFolder(file, record.collection) }))
  }
  report.files += files.length
  return { ...record, files }
}
