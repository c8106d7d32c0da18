import path from 'node:path'

import { tellTrail, toldApart } from '@qiao/audit-trail'
import { foreseeClaims, type ForeseenSlug } from '@qiao/localized-slugs'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { slugSources } from '../published-content.ts'
import { dropDanglingReferences } from './drop-dangling-references.ts'
import { findReferences } from './find-references.ts'
import { emptyReport, type ImportReport, type OnProgress, reasonOf } from './import-report.ts'
import { presentIds } from './raw-database.ts'
import { readDocument } from './read-document.ts'
import { readLines } from './read-lines.ts'
import { type NewDocument, saveDocument } from './save-document.ts'
import { isRecord } from './records.ts'
import { settleLanguages } from './settle-languages.ts'
import { readDocumentLine, type Survey, surveyDocuments } from './survey-documents.ts'
import { writeInBatches } from './write-in-batches.ts'

type Item = { awaited: string[]; bytes: number; document: NewDocument; line: number }

/**
 * Brings documents from elsewhere into the database, one a line: `{ "collection": "news-briefs", "doc": { … } }`. They
 * are checked like those that people save, and everything that is kept besides a document is kept for them too. A line
 * that is wrong is reported, and the others go on. Lines may refer to later ones, and to each other in a circle.
 */
export const importDocuments = async ({
  file,
  onProgress = () => undefined,
  payload,
}: {
  file: string
  onProgress?: OnProgress
  payload: Payload
}): Promise<ImportReport> => {
  const report = emptyReport()
  const survey = await surveyDocuments(file, payload)
  const state = { bytes: 0, documents: 0, failed: 0 }
  const fail = (bad: ImportReport['bad'][number]) => {
    report.bad.push(bad)
    state.failed += 1
    onProgress(state)
  }
  survey.bad.forEach(fail)
  const requests = await requestsOf(payload)
  const there = new Set<string>()
  const failed = new Set<string>()

  let foreseen: Record<string, unknown> = {}
  const writer = (foreignKeys: boolean) =>
    writeInBatches<Item>({
      begin: async (items, req) => {
        foreseen = await foreseeClaims(items.flatMap(slugsOf), req)
      },
      finish: async (items, { transactionID }) => {
        const [req] = requests.values()
        if (req)
          await tellImport({
            file,
            items,
            req: Object.assign({ ...req }, { transactionID }),
          })
      },
      foreignKeys,
      onFailed: ({ document: { collection, id }, line }, error) => {
        there.delete(id)
        failed.add(id)
        fail({ line, reason: reasonOf(error), where: collection })
      },
      onWritten: (items) => {
        for (const { bytes, document } of items) {
          report.counts[document.collection] = (report.counts[document.collection] ?? 0) + 1
          state.bytes = Math.max(state.bytes, bytes)
        }
        state.documents += items.length
        onProgress(state)
      },
      payload,
      prepare: async (items) => {
        const present = await findPresent(items, payload)
        report.skipped += present.size
        return items.filter(({ document: { id } }) => !present.has(id))
      },
      write: async ({ document }, { transactionID }) => {
        const context = { ...toldApart, ...foreseen }
        await saveDocument({
          document,
          payload,
          requestIn: (locale) =>
            Object.assign(
              { ...requests.get(locale) },
              { context, transactionID },
            ) as PayloadRequest,
        })
      },
    })

  const inOrder = writer(true)
  const add = async (item: Item): Promise<void> => {
    there.add(item.document.id)
    await inOrder.add(item)
  }
  let waiting: Item[] = []
  for await (const item of itemsOf({ fail, failed, file, payload, survey })) {
    if (item.awaited.every((id) => there.has(id))) await add(item)
    else waiting.push(item)
  }
  await inOrder.flush()
  for (;;) {
    const ready = waiting.filter(({ awaited }) => awaited.every((id) => there.has(id)))
    if (ready.length === 0) break
    const chosen = new Set(ready)
    waiting = waiting.filter((item) => !chosen.has(item))
    for (const item of ready) await add(item)
    await inOrder.flush()
  }
  waiting = withoutOrphans({ fail, failed, survey, waiting })
  const inCircles = writer(false)
  for (const item of waiting) await inCircles.add(item)
  await inCircles.flush()
  if (waiting.length > 0) await dropDanglingReferences(payload)
  return report
}

/** What is left refers to each other in a circle, or to a line that was not imported. */
const withoutOrphans = ({
  fail,
  failed,
  survey,
  waiting,
}: {
  fail: (bad: ImportReport['bad'][number]) => void
  failed: Set<string>
  survey: Survey
  waiting: Item[]
}): Item[] => {
  let left = waiting
  for (;;) {
    const orphans = left.filter(({ awaited }) => awaited.some((id) => failed.has(id)))
    if (orphans.length === 0) return left
    for (const { awaited, document, line } of orphans) {
      const missing = awaited.find((id) => failed.has(id)) ?? ''
      failed.add(document.id)
      const reason = `it refers to line ${survey.lines.get(missing) ?? ''}, which was not imported`
      fail({ line, reason, where: document.collection })
    }
    left = left.filter(({ document }) => !failed.has(document.id))
  }
}

/** The documents of the file that are right as far as it can be told without saving them. */
async function* itemsOf({
  fail,
  failed,
  file,
  payload,
  survey,
}: {
  fail: (bad: ImportReport['bad'][number]) => void
  failed: Set<string>
  file: string
  payload: Payload
  survey: Survey
}): AsyncGenerator<Item> {
  const { localization } = payload.config
  const locales = localization ? localization.localeCodes : []
  const find = findReferences({ payload, survey })
  for await (const { bytes, number: line, text } of readLines(file)) {
    const id = survey.ids.get(line)
    const read = readDocumentLine(text)
    if (id === undefined || typeof read === 'string') continue
    const { collection } = read
    const { config } = payload.collections[collection as 'stories']
    const { _status, ...doc } = read.doc
    const { content, faults, languages, references } = readDocument({
      doc,
      fields: config.flattenedFields,
      locales,
    })
    const settled = settleLanguages({
      hasDrafts: Boolean(config.versions),
      languages,
      locales,
      sourceLocale: doc.sourceLocale,
      status: _status,
    })
    const found = await find(references)
    const all = [...faults, ...settled.faults, ...found.faults]
    if (all.length > 0) {
      failed.add(id)
      fail({ line, reason: all.join('; '), where: collection })
      continue
    }
    const { order, statuses } = settled
    const document = { collection, content, id, languages: order, statuses }
    yield { awaited: found.awaited.filter((each) => each !== id), bytes, document, line }
  }
}

const findPresent = async (items: Item[], payload: Payload): Promise<Set<string>> => {
  const present = new Set<string>()
  for (const collection of new Set(items.map(({ document }) => document.collection))) {
    const ids = items
      .filter(({ document }) => document.collection === collection)
      .map(({ document }) => document.id)
    for (const id of await presentIds({ collection, ids, payload })) present.add(id)
  }
  return present
}

/** The slugs that a document will ask for: those that its line gives, others from its title. */
const slugsOf = ({ document: { collection, content, languages } }: Item): ForeseenSlug[] =>
  languages.flatMap((locale) => {
    const [text] = ['slug', slugSources[collection as keyof typeof slugSources]]
      .map((name) => (isRecord(content[name]) ? content[name][locale] : undefined))
      .filter((each) => typeof each === 'string' && each.trim() !== '')
    return typeof text === 'string' ? [{ collection, locale, text }] : []
  })

/** What the audit trail says about where the documents came from. */
const userAgent = 'npm run import'

const requestsOf = async (payload: Payload): Promise<Map<string, PayloadRequest>> => {
  const { localization } = payload.config
  const requests = new Map<string, PayloadRequest>()
  for (const locale of localization ? localization.localeCodes : []) {
    const req = await createLocalReq({ locale }, payload)
    req.headers = new Headers({ 'user-agent': userAgent })
    requests.set(locale, req)
  }
  return requests
}

/** One entry for all documents of a collection that a transaction wrote; it names them where others name fields. */
const tellImport = async ({
  file,
  items,
  req,
}: {
  file: string
  items: readonly Item[]
  req: PayloadRequest
}): Promise<void> => {
  for (const target of new Set(items.map(({ document }) => document.collection))) {
    const ids = items
      .filter(({ document }) => document.collection === target)
      .map(({ document }) => document.id)
    const title = `${path.basename(file)} (${ids.length})`
    await tellTrail({ event: { action: 'created', fields: ids, target, title }, req })
  }
}
