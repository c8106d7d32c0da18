import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

import { sql } from '@payloadcms/db-sqlite'

/** Fills the table of news briefs by SQL with `count` documents in two languages, a third of each unpublished. */
export const fillNewsBriefs = async ({
  adapter,
  count,
}: {
  adapter: SQLiteAdapter
  count: number
}): Promise<void> => {
  const id = String(await adapter.beginTransaction())
  // Payload's type of a session covers all SQL databases.
  const session = adapter.sessions[id]?.db as SQLiteAdapter['drizzle'] | undefined
  const run = (statement: string) => session?.run(sql.raw(statement))
  await run('DELETE FROM news_briefs')
  await run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO news_briefs (id, kind, news_date, year, created_at, updated_at)
    SELECT printf('brief-%06d', i), 'event', datetime('2020-01-01', (i * 7919 % ${count}) || ' hours'), 2020 + i % 5,
      datetime('2020-01-01', i || ' minutes'), datetime('2020-01-01', i || ' minutes') FROM n`)
  for (const locale of ['en', 'zh']) {
    await run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
      INSERT INTO news_briefs_locales (_locale, _parent_id, title, summary, slug, _status)
      SELECT '${locale}', printf('brief-%06d', i), printf('Title %d', i), hex(randomblob(200)),
        printf('${locale}-%06d', i), CASE WHEN i % 3 = ${locale === 'en' ? 1 : 2} THEN 'draft' ELSE 'published' END FROM n`)
  }
  await adapter.commitTransaction(id)
}
