import { createClient } from '@libsql/client'

import { documentId } from './fill-content.ts'

/** Their tables in the order of `fillContent`, by the slugs that the register has. */
const collections = ['partner-profiles', 'programs', 'news-briefs', 'stories', 'awards']

/**
 * Fills the register of what readers see, which has to be empty, with what `fillContent` has written for `count`: a third
 * of each language is not published, and gone.
 */
export const fillRegister = async ({
  count,
  from = 0,
  url,
}: {
  count: number
  /** How many there are already. @default 0 */
  from?: number
  url: string
}): Promise<void> => {
  const client = createClient({ url })
  try {
    await client.execute('PRAGMA synchronous = OFF')
    for (const [at, collection] of collections.entries()) {
      for (const locale of ['en', 'zh']) {
        const place = `${2 * collections.length} * i + ${2 * at + (locale === 'en' ? 0 : 1)}`
        await client.execute(`WITH RECURSIVE n(i) AS (SELECT ${from + 1} UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
          INSERT INTO public_documents (id, key, document_collection, document, locale, state, slug, hash, published_at, changed_at, place)
          SELECT '${collection}-${locale}-' || i, '${collection}/' || ${id} || '/${locale}', '${collection}', ${id}, '${locale}',
            CASE WHEN i % 3 = ${locale === 'en' ? 1 : 2} THEN 'gone' ELSE 'public' END,
            printf('${locale}-%06d', i), 'none', '2020-01-01T00:00:00.000Z',
            strftime('%Y-%m-%dT%H:%M:%fZ', '2020-01-01', i || ' minutes'), ${place} FROM n`)
      }
    }
    await client.execute(`UPDATE public_documents_progress SET place = ${2 * collections.length * (count + 1)}
      WHERE key = 'order'`)
  } finally {
    client.close()
  }
}

/** The first document's id, in SQL with the number left open. */
const id = `printf('${documentId(0).slice(0, -6)}%06d', i)`
