import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { LRUCache } from 'lru-cache'
import type { FlattenedField } from 'payload'

import { readRows } from '../prepare-reads.ts'
import type { JoinQuery } from './compile-document.ts'
import { pageOfDocuments } from './page-of-documents.ts'
import { questionKey } from './question-key.ts'
import { documentReader, type ReadDocuments } from './read-documents.ts'
import { type Recorded, recordStatements } from './record-statements.ts'
import { rememberCounts } from './remember-counts.ts'
import { fillTemplate } from './statement-template.ts'

export type ReadArgs = {
  collection: string
  draftsEnabled?: boolean
  joins?: JoinQuery
  limit?: number
  locale?: string
  page?: number
  pagination?: boolean
  req?: { transactionID?: unknown }
  select?: unknown
  sort?: unknown
  where?: unknown
}

export type StockRead = (this: SQLiteAdapter, args: ReadArgs) => Promise<unknown>

/**
 * Spares reads outside of transactions what Payload's adapter does for each of them anew. It answers a question once
 * while its statements are recorded; whoever asks the same, of whatever ids, gets the rows of these statements. What
 * cannot be planned so (a kind of field, a shape of statement) is read by Payload's adapter as ever.
 */
export const planReads = (adapter: SQLiteAdapter): void => {
  // Payload declares both for the collections of a project; here their arguments are what is compared.
  const operations = adapter as unknown as Record<'find' | 'findOne', StockRead>
  const count = rememberCounts(() => adapter.client)
  const plans = new LRUCache<string, Plan>({ max: 1000 })
  const readers = new LRUCache<string, Reader>({ max: 300 })

  const readerOf = (plan: Plan, { args, lifted }: { args: ReadArgs; lifted: string[] }) => {
    const { documents, ids } = plan.recorded
    if (plan.reader || !documents) return plan.reader
    const { collection, draftsEnabled, joins, locale, select } = args
    const shape = { collection, draftsEnabled, joins, locale, select }
    const key = ids && questionKey({ rest: shape, where: undefined })?.key
    const known = key === undefined ? undefined : readers.get(key)
    const { config } = adapter.payload.collections[collection as 'topics']
    const fields: FlattenedField[] = config.flattenedFields
    plan.reader = known ?? {
      read: documentReader({ adapter, ...documents, fields, joins }, ids ? undefined : lifted),
    }
    if (key !== undefined) readers.set(key, plan.reader)
    return plan.reader
  }

  /** Nothing when Payload's adapter has to answer. */
  const answer = async (plan: Plan, asked: { args: ReadArgs; lifted: string[] }) => {
    const { args, lifted } = asked
    const { recorded } = plan
    let ids: string[] | undefined
    if (recorded.ids) {
      const rows = await readRows(adapter.client, fillTemplate(recorded.ids, lifted))
      ids = rows.map((row) => row[0] as string)
      if (ids.length === 0) return pageOfDocuments({ args, docs: [], isNone: true })
    }
    const read = readerOf(plan, asked)?.read
    if (!read) return undefined
    const total = recorded.count && (await count(fillTemplate(recorded.count, lifted)))
    const docs = await read(ids ? { ids, lifted } : { lifted })
    return pageOfDocuments({ args, docs, ...(total === undefined ? {} : { total }) })
  }

  for (const name of ['find', 'findOne'] as const) {
    const stock = operations[name]
    operations[name] = async (args) => {
      const { req, where, ...rest } = args
      const question = (await req?.transactionID)
        ? undefined
        : questionKey({ rest: { ...rest, name }, where })
      if (!question) return stock.call(adapter, args)
      const { key, lifted } = question
      const plan = plans.get(key)
      // A statement that fails shall fail as it does in Payload's adapter.
      const page = plan && (await answer(plan, { args, lifted }).catch(() => undefined))
      if (page) return name === 'find' ? page : (page.docs[0] ?? null)
      // What could not be planned is not tried again and again.
      if (plan?.reader) return stock.call(adapter, args)
      const recording = await recordStatements({ adapter, args, lifted, stock })
      if (recording.recorded) plans.set(key, { recorded: recording.recorded })
      return recording.answer
    }
  }
}

type Reader = { read: ReadDocuments | undefined }

type Plan = { reader?: Reader | undefined; recorded: Recorded }
