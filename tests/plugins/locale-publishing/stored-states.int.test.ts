import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fillMissingStates } from '../../../src/plugins/locale-publishing/src/fill-missing-states.ts'
import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }

beforeAll(async () => {
  app = await startTestApp()
  editor = await signIn({ payload: app.payload, role: 'editor' })
})

afterAll(() => app.stop())

type Locale = 'en' | 'zh'

const texts = (title: string) => ({ body: paragraph(title), summary: title, title })

const born = async (locale: Locale, draft: boolean): Promise<string> => {
  const { id } = await app.payload.create({
    collection: 'news-briefs',
    data: {
      kind: 'event',
      newsDate: '2019-05-01',
      ...(draft ? {} : { _status: 'published' }),
      ...texts(`born in ${locale}`),
    } as never,
    draft,
    locale,
  })
  return id
}

const act = (id: string, action: string, locales: unknown) =>
  request(app.app).post(`/api/news-briefs/${id}/${action}`).set(editor).send({ locales })

/** What is computed from the texts, and what is stored where lists of drafts and lists of documents look for it. */
const allThree = async (id: string): Promise<unknown[]> => {
  const { body } = await request(app.app).get(`/api/news-briefs/${id}/locales`).set(editor)
  const stored = await Promise.all(
    [true, false].map((draft) =>
      app.payload.findByID({ id, collection: 'news-briefs', depth: 0, draft }),
    ),
  )
  return [
    body.locales,
    ...stored.map(({ localeStates }) => ({ en: localeStates?.inEn, zh: localeStates?.inZh })),
  ]
}

const listed = async (query: string, as: Record<string, string> = editor): Promise<unknown> => {
  const { body, status } = await request(app.app).get(`/api/news-briefs?${query}`).set(as)
  return status === 200 ? (body.docs as { id: string }[]).map(({ id }) => id) : status
}

describe('the stored state of each language', () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ['a draft in the other language', (id) => save(id, 'zh', 'draft')],
    ['a draft over published text', (id) => save(id, 'en', 'changed', true)],
    ['publishing one language', (id) => act(id, 'publish', ['en']).expect(200)],
    ['publishing over Payload', (id) => save(id, 'en', 'published by an update', false)],
    ['publishing both', (id) => publishBoth(id)],
    [
      'publishing and withdrawing',
      (id) => publishBoth(id).then(() => act(id, 'unpublish', ['en'])),
    ],
    [
      'withdrawing all',
      (id) => publishBoth(id).then(() => act(id, 'unpublish', 'all').expect(200)),
    ],
    [
      'reverting',
      (id) => changeAfterPublishing(id).then(() => act(id, 'revert', ['zh']).expect(200)),
    ],
    ['changing both after publishing', (id) => changeAfterPublishing(id)],
    ['Payload withdrawing all', (id) => publishBoth(id).then(() => unpublishAll(id))],
    ['restoring the first version', (id) => publishBoth(id).then(() => restoreFirst(id))],
  ])('is true after %s', async (_, change) => {
    for (const draft of [true, false]) {
      const id = await born('en', draft)
      await change(id)
      const [computed, ofDrafts, ofDocuments] = await allThree(id)
      expect(ofDrafts).toEqual(computed)
      expect(ofDocuments).toEqual(computed)
    }
  })

  const save = (id: string, locale: Locale, title: string, draft = true) =>
    app.payload.update({
      id,
      collection: 'news-briefs',
      data: { ...texts(title), ...(draft ? {} : { _status: 'published' }) } as never,
      draft,
      locale,
    })
  const publishBoth = async (id: string) => {
    await save(id, 'zh', '中文')
    await act(id, 'publish', 'all').expect(200)
  }
  const changeAfterPublishing = async (id: string) => {
    await publishBoth(id)
    await save(id, 'zh', '改过')
    await save(id, 'en', 'changed')
  }
  const unpublishAll = (id: string) =>
    app.payload.update({
      id,
      collection: 'news-briefs',
      data: { _status: 'draft' } as never,
      unpublishAllLocales: true,
    })
  const restoreFirst = async (id: string) => {
    const { docs } = await app.payload.findVersions({
      collection: 'news-briefs',
      sort: 'createdAt',
      where: { parent: { equals: id } },
    })
    await app.payload.restoreVersion({ id: docs[0]?.id ?? '', collection: 'news-briefs' })
  }

  it('filters lists: published in Chinese, not in English', async () => {
    const wanted = await born('zh', false)
    const draft = await born('zh', true)
    const where =
      'where[localeStates.inZh][equals]=published&where[localeStates.inEn][not_equals]=published&limit=0'
    for (const query of [where, `${where}&draft=true`]) {
      const found = await listed(query)
      expect(found).toContain(wanted)
      expect(found).not.toContain(draft)
    }
  })

  it('is nothing that readers see, filter by, or sort by; and a draft moves nothing they see', async () => {
    const id = await born('en', false)
    const ask = () => request(app.app).get(`/api/news-briefs/${id}?locale=en`)
    const before = await ask().expect(200)
    expect(before.body).not.toHaveProperty('localeStates')
    await save(id, 'en', 'changed')
    expect((await ask().expect(200)).text).toBe(before.text)
    expect(await listed('where[localeStates.inEn][equals]=changed', {})).toBe(400)
    expect(await listed('sort=localeStates.inEn', {})).toBe(400)
  })

  it('cannot be written by hand', async () => {
    const id = await born('en', true)
    await request(app.app)
      .patch(`/api/news-briefs/${id}?draft=true`)
      .set(editor)
      .send({ localeStates: { inEn: 'published', inZh: 'published' } })
    expect((await allThree(id))[1]).toEqual({ en: 'draft', zh: 'not-started' })
  })

  it('is made at start for documents that have none', async () => {
    const id = await born('zh', false)
    await save(id, 'zh', '改过')
    await forget(id)
    expect((await allThree(id))[2]).toEqual({ en: null, zh: null })
    await fillMissingStates(app.payload, ['news-briefs'])
    const wanted = { en: 'not-started', zh: 'changed' }
    expect(await allThree(id)).toEqual([wanted, wanted, wanted])
  })

  /** As if the document was written before states were stored. */
  const forget = async (id: string) => {
    const localeStates = { inEn: null, inZh: null }
    const { updatedAt } = await app.payload.findByID({ id, collection: 'news-briefs' })
    const { db } = app.payload
    await db.updateOne({ id, collection: 'news-briefs', data: { localeStates, updatedAt } })
    const { docs } = await db.findVersions<object>({
      collection: 'news-briefs',
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    })
    for (const version of docs) {
      await db.updateVersion({
        id: version.id,
        collection: 'news-briefs',
        versionData: { ...version, version: { ...version.version, localeStates } },
      })
    }
  }
})
