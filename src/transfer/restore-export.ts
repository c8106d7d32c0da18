import { checkTrail } from '@qiao/audit-trail'
import { unplaced } from '@qiao/content-changes'
import type { Payload, PayloadRequest } from 'payload'

import { filesFolder, restoreFile, uploadFolder } from './carry-files.ts'
import { copyOf } from './copy-of.ts'
import { dropDanglingReferences } from './drop-dangling-references.ts'
import { emptyReport, type ImportReport, type OnProgress, reasonOf } from './import-report.ts'
import { idIn, mapIds } from './map-ids.ts'
import { presentIds, rawDatabase } from './raw-database.ts'
import { readLines } from './read-lines.ts'
import {
  type Content,
  databaseOf,
  type DocumentRecord,
  exportVersion,
  type GlobalRecord,
  type Header,
  schemaFingerprint,
  transferredCollections,
} from './records.ts'
import { surveyExport } from './survey-export.ts'
import { TransferError } from './transfer-error.ts'
import { writeInBatches } from './write-in-batches.ts'

type Restored = DocumentRecord | GlobalRecord

type Item = { bytes: number; line: number; record: Restored }

/**
 * Brings an export into this database, as it was: below all hooks, so nothing is made anew, checked for publishing or
 * told to anybody. What is there already, from a run that was cut off, is passed over.
 *
 * @throws TransferError when the export does not fit, or the database holds other content and `merge` was not asked for
 */
export const restoreExport = async ({
  file,
  merge = false,
  onProgress = () => undefined,
  payload,
}: {
  file: string
  /** Also into a database that holds other content. Documents that are there under the same id stay as they are. */
  merge?: boolean
  onProgress?: OnProgress
  payload: Payload
}): Promise<ImportReport> => {
  const { footer, header, ids } = await surveyExport(file)
  assertFits({ header, payload })
  if (!footer)
    throw new TransferError(`${file} was cut off: its last line is missing. Export it again.`)
  const others = await findOthers({ ids, payload })
  if (!merge) assertNone(others)
  const report = emptyReport()
  const adopt = others.size > 0 ? adopter(report) : (record: Restored) => record

  const database = databaseOf(payload)
  const map = mapIds({ database, known: new Set([...ids.values()].flatMap((each) => [...each])) })
  const mapped = <Part extends Content | Restored>(part: Part): Part =>
    header.database === database ? part : map(part)
  const state = { bytes: 0, documents: 0, failed: 0 }
  const done = ({ bytes, record }: Item) => {
    const slug = slugOf(record)
    report.counts[slug] = (report.counts[slug] ?? 0) + 1
    state.documents += 1
    state.bytes = Math.max(state.bytes, bytes)
  }
  const writer = writeInBatches<Item>({
    foreignKeys: false,
    onFailed: ({ line, record }, error) => {
      report.bad.push({ line, reason: reasonOf(error), where: whereOf(record) })
      state.failed += 1
      onProgress(state)
    },
    onWritten: (items) => {
      items.forEach(done)
      onProgress(state)
    },
    payload,
    prepare: async (items) => {
      const missing = await withoutPresent({ items, payload })
      report.skipped += items.length - missing.length
      return missing
    },
    write: async ({ record }, req) => {
      if ('global' in record) await writeGlobal({ payload, record, req })
      else await writeDocument({ file, payload, record, req })
    },
  })
  for await (const { bytes, number, text } of readLines(file)) {
    const found = parse(text)
    const record = found && adopt(found)
    if (!record) continue
    // The chain of the trail covers the ids that its entries name, so they stay as they were.
    const isTrail = 'collection' in record && record.collection.startsWith('audit-trail')
    const own = isTrail ? { ...record, id: idIn(database, record.id) } : mapped(record)
    await writer.add({ bytes, line: number, record: own })
  }
  await writer.flush()
  await checkResult({ payload, report })
  return report
}

const parse = (text: string): Restored | undefined => {
  const value = JSON.parse(text) as object
  return 'collection' in value || 'global' in value ? (value as Restored) : undefined
}

const slugOf = (record: Restored): string =>
  'global' in record ? record.global : record.collection

const whereOf = (record: Restored): string =>
  'global' in record ? record.global : `${record.collection} ${record.id}`

const assertFits = ({ header, payload }: { header: Header; payload: Payload }): void => {
  if ((header.version as number) !== exportVersion)
    throw new TransferError(
      `The export has version ${header.version}; this server reads version ${exportVersion}. Use the release of Qiao that made it.`,
    )
  if (header.schema !== schemaFingerprint(payload))
    throw new TransferError(
      'The export was made by a server with other collections or fields. Use the release of Qiao that made it, or export again after updating that server.',
    )
}

/** What the database holds that the export does not, by collection: how many documents. */
const findOthers = async ({
  ids,
  payload,
}: {
  ids: ReadonlyMap<string, ReadonlySet<string>>
  payload: Payload
}): Promise<Map<string, number>> => {
  const database = databaseOf(payload)
  const others = new Map<string, number>()
  for (const collection of transferredCollections(payload)) {
    const expected = new Set([...(ids.get(collection) ?? [])].map((id) => idIn(database, id)))
    const { docs } = await rawDatabase(payload).find({
      collection,
      joins: false,
      limit: 0,
      pagination: false,
      select: { id: true },
    })
    const count = docs.filter(({ id }) => !expected.has(id)).length
    if (count > 0) others.set(collection, count)
  }
  return others
}

const assertNone = (others: ReadonlyMap<string, number>): void => {
  for (const [collection, count] of others)
    throw new TransferError(
      `The database holds ${count} ${count === 1 ? 'document' : 'documents'} of “${collection}” that the export does not hold. Import into a new database, or add --merge to keep both.`,
    )
}

/**
 * For a database that has an audit trail and an order of changes of its own: two chains cannot be made one, so that of
 * the export stays behind; and what readers see gets new places, behind all that somebody has read up to.
 */
const adopter = (report: ImportReport): ((record: Restored) => Restored | undefined) => {
  report.notes.push('The audit trail of the export was left out: this database has its own.')
  return (record) => {
    if (!('collection' in record)) return record
    const { collection, doc } = record
    if (collection.startsWith('audit-trail') || collection === 'public-documents-progress')
      return undefined
    if (collection !== 'public-documents') return record
    return { ...record, doc: { ...doc, place: unplaced + Date.now() } }
  }
}

const withoutPresent = async ({
  items,
  payload,
}: {
  items: Item[]
  payload: Payload
}): Promise<Item[]> => {
  const present = new Map<string, Set<string>>()
  const slugs = new Set(items.map(({ record }) => slugOf(record)))
  for (const slug of slugs) {
    const records = items.map(({ record }) => record).filter((record) => slugOf(record) === slug)
    const ids = records.flatMap((record) => ('collection' in record ? [record.id] : []))
    if (ids.length > 0) present.set(slug, await presentIds({ collection: slug, ids, payload }))
    else {
      const found = await rawDatabase(payload).findGlobal({ slug })
      if (found?.id !== undefined) present.set(slug, new Set(['']))
    }
  }
  return items.filter(({ record }) => {
    const id = 'collection' in record ? record.id : ''
    return !present.get(slugOf(record))?.has(id)
  })
}

type Writing<R> = { payload: Payload; record: R; req: PayloadRequest }

const writeDocument = async ({
  file,
  payload,
  record: { collection, doc, files = [], id, versions = [] },
  req,
}: Writing<DocumentRecord> & { file: string }): Promise<void> => {
  const db = rawDatabase(payload)
  const to = uploadFolder(payload, collection)
  if (to)
    for (const each of files)
      await restoreFile({ file: each, from: filesFolder(file, collection), to })
  // The adapters write into what they are given, and a batch may have to be written twice.
  const data = copyOf({ ...doc, id })
  await db.create({ collection, customID: id, data, req, returning: false })
  for (const version of versions) {
    await db.createVersion({
      ...versionOf(version),
      collectionSlug: collection,
      parent: id,
      req,
      returning: false,
    })
  }
}

const writeGlobal = async ({
  payload,
  record: { doc, global: slug, versions = [] },
  req,
}: Writing<GlobalRecord>): Promise<void> => {
  const db = rawDatabase(payload)
  const data = copyOf(doc)
  const { createdAt, updatedAt } = data
  await db.createGlobal({ data, req, slug })
  // Payload dates a new global by the clock.
  await db.updateGlobal({ data: { createdAt, updatedAt }, req, slug })
  for (const version of versions)
    await db.createGlobalVersion({ ...versionOf(version), globalSlug: slug, req, returning: false })
}

const versionOf = (stored: Content) => {
  const { autosave, createdAt, publishedLocale, snapshot, updatedAt, version } = copyOf(stored)
  return {
    autosave: Boolean(autosave),
    createdAt: String(createdAt),
    publishedLocale: typeof publishedLocale === 'string' ? publishedLocale : undefined,
    snapshot: snapshot === true ? true : undefined,
    updatedAt: String(updatedAt),
    versionData: version as Content,
  }
}

const checkResult = async ({
  payload,
  report,
}: {
  payload: Payload
  report: ImportReport
}): Promise<void> => {
  const dropped = await dropDanglingReferences(payload)
  if (dropped > 0)
    report.notes.push(
      `${dropped} references led to documents that are not there, and were emptied.`,
    )
  const { entries, fault } = await checkTrail(payload)
  if (fault) report.faults.push(`The audit trail is not whole: ${fault}`)
  else report.notes.push(`The audit trail is whole: ${entries} entries.`)
}
