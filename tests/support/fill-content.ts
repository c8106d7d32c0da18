import { type Client, createClient } from '@libsql/client'

/** The content collections' tables. Documents of all of them have the same ids, which begin with `doc-`. */
const tables = ['partner_profiles', 'programs', 'news_briefs', 'stories', 'awards']

/** The tables of rows within documents that name a partner. */
const rowTables = ['news_briefs_participations', 'programs_partners']

/** Which collections have which relation, and the table that it names. */
const relations = {
  partners: { column: 'partner_profiles_id', tables: ['stories'] },
  programs: { column: 'programs_id', tables: ['news_briefs', 'stories', 'awards'] },
  recipient: { column: 'partner_profiles_id', tables: ['awards'] },
  topics: { column: 'topics_id', tables },
}

/** The id of the document with this number, which counts from 1. */
export const documentId = (number: number): string => `doc-${String(number).padStart(6, '0')}`

/**
 * Fills the tables of all content collections, which have to be empty, as another program would: `count` documents in
 * two languages with a third of each unpublished, a latest version of each, an older one of every fourth, and one
 * relation of each kind. A hundred documents share the relations, so that each is named by one document in a hundred.
 */
export const fillContent = async ({
  count,
  url,
}: {
  count: number
  url: string
}): Promise<void> => {
  const client = createClient({ url })
  try {
    await client.execute('PRAGMA foreign_keys = OFF')
    await client.execute('PRAGMA synchronous = OFF')
    await client.execute('BEGIN IMMEDIATE')
    const insert = inserter({ client, count })
    await insert({ table: 'topics', values: { ...own, id: documentIdOf('i') } })
    for (const table of tables) {
      await insert({ table, values: { ...own, id: documentIdOf('i') } })
      await insertVersions({ insert, table })
      for (const locale of ['en', 'zh']) {
        const values = texts(locale)
        await insert({
          table: `${table}_locales`,
          values: { ...values, _parent_id: documentIdOf('i') },
        })
        for (const { every, id } of versions) {
          await insert({
            every,
            table: `_${table}_v_locales`,
            values: { ...ofVersion(values), _parent_id: id },
          })
        }
      }
    }
    await insertRelations(insert)
    await insert({
      table: 'partner_profiles_kind',
      values: { id: documentIdOf('i'), order: '1', parent_id: documentIdOf('i'), value: kind },
    })
    for (const table of rowTables) {
      await insert({
        table,
        values: {
          _order: '1',
          _parent_id: documentIdOf('i'),
          id: documentIdOf('i'),
          partner_id: shared,
        },
      })
    }
    await client.execute('COMMIT')
  } finally {
    client.close()
  }
}

/** SQL for the id of a document, of which `i` is the number. */
const documentIdOf = (number: string) => `printf('doc-%06d', ${number})`

const shared = documentIdOf('i % 100 + 1')

const kind = "CASE i % 3 WHEN 0 THEN 'other' ELSE 'member' END"

const time = (unit: 'hours' | 'minutes', number: string) =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01', (${number}) || ' ${unit}')`

const own = {
  created_at: time('minutes', 'i'),
  kind,
  news_date: time('hours', 'i * 7919 % 20011'),
  parent_id: shared,
  status: "'active'",
  updated_at: time('minutes', 'i'),
  year: '2020 + i % 5',
}

const texts = (locale: string) => ({
  _locale: `'${locale}'`,
  _status: `CASE WHEN i % 3 = ${locale === 'en' ? 1 : 2} THEN 'draft' ELSE 'published' END`,
  name: `printf('Name %d', i)`,
  slug: `printf('${locale}-%06d', i)`,
  summary: 'hex(randomblob(100))',
  title: `printf('Title %d', i)`,
})

const versions = [
  { every: 1, id: "printf('latest-%06d', i)", latest: '1' },
  { every: 4, id: "printf('older-%06d', i)", latest: '0' },
]

/** The columns of a version are those of the document, with a word before. */
const ofVersion = ({ _locale, ...values }: Record<string, string>) => ({
  ...(_locale && { _locale }),
  ...Object.fromEntries(Object.entries(values).map(([name, sql]) => [`version_${name}`, sql])),
})

type Insert = (options: {
  /** Only each document whose number can be divided by this. */
  every?: number
  table: string
  /** SQL for each column; those which the table has not are left out. */
  values: Record<string, string>
}) => Promise<void>

const inserter =
  ({ client, count }: { client: Client; count: number }): Insert =>
  async ({ every = 1, table, values }) => {
    const { rows } = await client.execute(`SELECT name FROM pragma_table_info('${table}')`)
    const columns = Object.entries(values).filter(([name]) => rows.some((row) => row.name === name))
    await client.execute(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
      INSERT INTO ${table} (${columns.map(([name]) => `"${name}"`).join(', ')})
      SELECT ${columns.map(([, sql]) => sql).join(', ')} FROM n WHERE i % ${every} = 0`)
  }

const insertVersions = async ({ insert, table }: { insert: Insert; table: string }) => {
  for (const { every, id, latest } of versions) {
    await insert({
      every,
      table: `_${table}_v`,
      values: {
        ...ofVersion(own),
        created_at: own.created_at,
        id,
        latest,
        parent_id: documentIdOf('i'),
        updated_at: own.updated_at,
      },
    })
  }
}

const insertRelations = async (insert: Insert) => {
  for (const [path, { column, tables: from }] of Object.entries(relations)) {
    for (const table of from) {
      await insert({
        table: `${table}_rels`,
        values: { [column]: shared, order: '1', parent_id: documentIdOf('i'), path: `'${path}'` },
      })
    }
  }
}
