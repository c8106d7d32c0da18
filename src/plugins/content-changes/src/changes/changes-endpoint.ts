import { APIError, type Endpoint, type PayloadRequest } from 'payload'

import { isFilled } from '../fill/fill-state.ts'
import type { PublicDocument } from '../model/public-documents.ts'
import type { ChangesOptions } from '../options.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { CursorTooOldError, type ReadChanges, readChanges } from './read-changes.ts'

const names = ['collection', 'limit', 'locale', 'since']

const most = 1000
const usual = 100

/**
 * `GET /api/changes?since=<cursor>&locale=all&collection=stories&limit=100`, for everyone: what has changed for readers
 * since an earlier answer, in one language or all. Answers
 * `{ "changes": [{ "type": "upserted" | "deleted", "collection", "id", "locale", "slug", "url", "tags", "at" }], "cursor",
 * "hasMore" }`, each language of a document once, with the `tags` by which caches know the answers that it is in; without `since`, all that is public now. Ask again with `cursor`, at
 * once when there is more. 410 when that was too long ago: begin anew. 503 while the register is made.
 */
export const changesEndpoint = (options: ChangesOptions): Endpoint => ({
  custom: { fallback: false, query: names.filter((name) => name !== 'locale') },
  handler: async (req) => {
    const asked = readQuery(req, options)
    await assertFilled({ asked, options, req })
    const about = [asked.collection, asked.locale]
    const since = asked.since === undefined ? undefined : sinceOf(asked.since, about)
    const { cursor, hasMore, rows } = await readOrRefuse({ asked, req, since })
    const changes = await Promise.all(rows.map((row) => tell({ options, req, row })))
    return Response.json(
      { changes, cursor: writeCursor(cursor, about), hasMore },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
  method: 'get',
  path: '/changes',
})

type Asked = {
  collection: string | undefined
  limit: number
  locale: string | undefined
  since: string | undefined
}

const readQuery = (req: PayloadRequest, { collections, locales }: ChangesOptions): Asked => {
  const { searchParams } = new URL(req.url ?? '', 'http://localhost')
  for (const name of searchParams.keys()) {
    if (!names.includes(name))
      throw refusal(name, `“${name}” is no parameter here. Use ${names.join(', ')}.`)
    if (searchParams.getAll(name).length > 1) throw refusal(name, `Name “${name}” once.`)
  }
  const collection = searchParams.get('collection') ?? undefined
  if (collection !== undefined && !collections.includes(collection)) {
    const known = collections.join(', ')
    throw refusal('collection', `“collection” must be one of ${known}; left out, it is all.`)
  }
  const locale = searchParams.get('locale') ?? req.locale ?? 'all'
  if (![...locales, '*', 'all'].includes(locale))
    throw refusal('locale', `“locale” must be one of ${locales.join(', ')}, all.`)
  const limit = searchParams.get('limit') ?? String(usual)
  if (!/^[1-9]\d{0,3}$/.test(limit) || Number(limit) > most)
    throw refusal('limit', `“limit” must be a whole number from 1 to ${most}.`)
  return {
    collection,
    limit: Number(limit),
    locale: ['*', 'all'].includes(locale) ? undefined : locale,
    since: searchParams.get('since') ?? undefined,
  }
}

/** Half a register would be taken for the whole website. */
const assertFilled = async ({
  asked,
  options,
  req,
}: {
  asked: Asked
  options: ChangesOptions
  req: PayloadRequest
}): Promise<void> => {
  const { payload } = req
  for (const collection of asked.collection ? [asked.collection] : options.collections) {
    if (await isFilled({ collection, payload })) continue
    const message = `What is public in “${collection}” is being registered, once. Try again in some seconds.`
    req.responseHeaders = new Headers({ 'Retry-After': '5' })
    throw new APIError(message, 503, undefined, true)
  }
}

const sinceOf = (since: string, about: readonly (string | undefined)[]): Cursor => {
  const cursor = readCursor(since, about)
  if (cursor === undefined)
    throw refusal('since', '“since” must be the “cursor” of an earlier answer, as it was.')
  if (cursor === 'other') {
    const message =
      '“since” comes from an answer for another “locale” or “collection”. Ask with those, or without “since”.'
    throw refusal('since', message)
  }
  return cursor
}

const readOrRefuse = async ({
  asked: { collection, limit, locale },
  req: { payload },
  since,
}: {
  asked: Asked
  req: PayloadRequest
  since: Cursor | undefined
}): Promise<ReadChanges> => {
  try {
    return await readChanges({ collection, limit, locale, payload, since })
  } catch (error) {
    if (!(error instanceof CursorTooOldError)) throw error
    const message =
      'It is no longer known what has changed since this cursor. Sync again: ask without “since”, and drop what that does not name.'
    throw new APIError(message, 410, { code: 'gone', field: 'since' }, true)
  }
}

const tell = async ({
  options: { tagsOf, urlOf },
  req,
  row: { changedAt, document, documentCollection, locale, slug = null, state },
}: {
  options: ChangesOptions
  req: PayloadRequest
  row: PublicDocument
}): Promise<Record<string, unknown>> => ({
  type: state === 'public' ? 'upserted' : 'deleted',
  collection: documentCollection,
  id: document,
  locale,
  slug,
  url: slug ? await urlOf({ collection: documentCollection, locale, req, slug }) : null,
  tags: tagsOf({ collection: documentCollection, id: document }),
  at: changedAt,
})

const refusal = (field: string, message: string): APIError =>
  new APIError(message, 400, { field }, true)
