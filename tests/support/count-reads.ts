import type { Payload } from 'payload'

import { ofServer } from './count-queries.ts'

const reads = [
  'count',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
] as const

/**
 * What was read from the database meanwhile: the collections and globals, in the order in which they were asked for. What
 * the server does by itself is left out.
 */
export const countReads = async (
  payload: Payload,
  run: () => Promise<unknown>,
): Promise<string[]> => {
  const asked: string[] = []
  const db = payload.db as unknown as Record<string, (args: Record<string, unknown>) => unknown>
  const own = Object.fromEntries(reads.map((name) => [name, db[name]!]))
  for (const name of reads) {
    db[name] = (args) => {
      asked.push(`${name} ${String(args.collection ?? args.slug)}`)
      return own[name]!.call(db, args)
    }
  }
  try {
    await run()
  } finally {
    Object.assign(db, own)
  }
  return asked.filter((read) => !ofServer.test(read))
}
