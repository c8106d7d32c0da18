import { type Client, createClient } from '@libsql/client'
import type { Payload } from 'payload'

/**
 * Copies all briefs, with their versions, until there are `times` as many: by the database itself, for a hundred
 * thousand written one by one take an hour. Copies are
 * older than what they were made from, so that lists begin with what was written, and have ids and slugs of their own.
 */
export const multiplyBriefs = async ({
  payload,
  times,
}: {
  payload: Payload
  times: number
}): Promise<void> => {
  if (times < 2) return
  if (payload.db.name !== 'sqlite') return multiplyInMongodb({ payload, times })
  const client = createClient({ url: process.env.DATABASE_URL ?? '' })
  try {
    await multiplyInSqlite({ client, times })
  } finally {
    client.close()
  }
}

const multiplyInSqlite = async ({ client, times }: { client: Client; times: number }) => {
  await client.execute('PRAGMA foreign_keys = OFF')
  await client.execute('PRAGMA synchronous = OFF')
  const { rows: tables } = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name = 'news_briefs' OR name LIKE 'news\\_briefs\\_%' ESCAPE '\\' OR name LIKE '\\_news\\_briefs\\_v%' ESCAPE '\\')",
  )
  await client.execute('BEGIN IMMEDIATE')
  for (const { name } of tables) {
    const table = name as string
    const { rows } = await client.execute(`SELECT name, type FROM pragma_table_info('${table}')`)
    const columns = rows
      .map((row) => ({ name: row.name as string, type: (row.type as string).toLowerCase() }))
      .filter((column) => column.name !== 'id' || column.type !== 'integer')
    const values = columns.map((column) => copyOf(column.name))
    await client.execute(`WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ${times - 1})
      INSERT INTO "${table}" (${columns.map((column) => `"${column.name}"`).join(', ')})
      SELECT ${values.join(', ')} FROM "${table}", copies ORDER BY n`)
  }
  await client.execute('COMMIT')
}

/** SQL for a column of copy `n`. The eight digits that ids begin with tell a time, or are as random as the others. */
const copyOf = (column: string): string => {
  if (['_parent_id', 'id', 'parent_id'].includes(column))
    return `printf('%08x', n) || substr("${column}", 9)`
  if (/^(?:version_)?slug$/.test(column)) return `"${column}" || '-' || n`
  if (/^(?:version_)?news_date$/.test(column))
    return `strftime('%Y-%m-%dT%H:%M:%fZ', "${column}", '-30 years', '-' || n || ' minutes')`
  return `"${column}"`
}

type Brief = {
  _id: unknown
  newsDate?: Date | string
  parent?: unknown
  slug?: Record<string, string>
  version?: Brief
}

const multiplyInMongodb = async ({ payload, times }: { payload: Payload; times: number }) => {
  // Payload's own type is that of all databases.
  const { connection } = payload.db as unknown as {
    connection: {
      collection: (name: string) => {
        find: () => { toArray: () => Promise<Brief[]> }
        insertMany: (documents: Brief[]) => Promise<unknown>
      }
    }
  }
  for (const name of ['news-briefs', '_news-briefs_versions']) {
    const collection = connection.collection(name)
    const originals = await collection.find().toArray()
    for (let n = 1; n < times; n++) {
      await collection.insertMany(originals.map((brief) => copyInMongodb(brief, n)))
    }
  }
}

const copyInMongodb = (brief: Brief, n: number): Brief => {
  const { newsDate, parent, slug, version } = brief
  const earlier = newsDate && new Date(new Date(newsDate).getTime() - thirtyYears - n * 60_000)
  return {
    ...brief,
    ...(brief._id === undefined ? {} : { _id: idOfCopy(brief._id, n) }),
    ...(parent === undefined ? {} : { parent: idOfCopy(parent, n) }),
    ...(earlier && { newsDate: typeof newsDate === 'string' ? earlier.toISOString() : earlier }),
    ...(slug && {
      slug: Object.fromEntries(Object.entries(slug).map(([key, text]) => [key, `${text}-${n}`])),
    }),
    ...(version && { version: copyInMongodb(version, n) }),
  }
}

const thirtyYears = 30 * 365 * 24 * 3_600_000

/** Of the same type: a text, or an id object of the driver. */
const idOfCopy = (id: unknown, n: number): unknown => {
  const text = n.toString(16).padStart(8, '0') + String(id).slice(8)
  if (typeof id === 'string') return text
  const Id = (id as { constructor: new (text: string) => unknown }).constructor
  return new Id(text)
}
