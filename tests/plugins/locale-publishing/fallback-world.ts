import type { Express } from 'express'
import type { Payload } from 'payload'

import request from 'supertest'

import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'

export type FallbackWorld = {
  editor: { Authorization: string }
  /** The id of each brief, partner and topic by its name here. */
  ids: Record<string, string>
  /** The name of an id. */
  nameOf: (id: string) => string
}

/**
 * Briefs in every state that a fallback from Chinese to English meets. `alpha` is published in both and lacks some
 * Chinese texts; `beta` is English, with a Chinese draft; `gamma` is Chinese, with an English draft; `delta` is
 * Chinese, its English was withdrawn; `epsilon` is a draft. What may not be seen says “secret”.
 */
export const buildFallbackWorld = async ({
  app,
  payload,
}: {
  app: Express
  payload: Payload
}): Promise<FallbackWorld> => {
  const editor = await signIn({ payload, role: 'editor' })
  const ids: Record<string, string> = {}
  const create = async (name: string, { collection, data, locale }: Saved) => {
    const given = { collection, data: data as never, locale } as const
    const doc = await payload.create({ ...given, draft: data._status === 'draft' })
    ids[name] = doc.id
  }
  const add = (name: string, { collection, data, locale }: Saved) =>
    payload.update({
      id: ids[name]!,
      collection,
      data,
      draft: data._status === 'draft',
      locale,
    } as never)
  const published = { _status: 'published' }
  const draft = { _status: 'draft' }

  await create('topic', {
    collection: 'topics',
    data: { description: 'About water', title: 'Water' },
    locale: 'en',
  })
  await add('topic', { collection: 'topics', data: { title: '水' }, locale: 'zh' })
  await create('english topic', { collection: 'topics', data: { title: 'Air' }, locale: 'en' })
  await create('host', {
    collection: 'partner-profiles',
    data: { ...published, name: 'Host of everything' },
    locale: 'en',
  })
  await create('guest', {
    collection: 'partner-profiles',
    data: { ...published, name: '客人' },
    locale: 'zh',
  })

  const brief = (title: string, more: Record<string, unknown> = {}) => ({
    body: paragraph(`${title} body`),
    kind: 'event',
    newsDate: '2017-08-22',
    title,
    ...more,
  })
  const shared = {
    participations: [
      { partner: ids.host, role: 'host' },
      { partner: ids.guest, role: 'attendee' },
    ],
    topics: [ids.topic, ids['english topic']],
  }
  await create('alpha', {
    collection: 'news-briefs',
    data: brief('Alpha', {
      ...published,
      ...shared,
      seo: { description: 'Alpha described' },
      speakers: [{ name: 'Ann', position: 'Director' }, { name: 'Bob' }],
      summary: 'Alpha summary',
    }),
    locale: 'en',
  })
  const { speakers } = await payload.findByID({
    id: ids.alpha!,
    collection: 'news-briefs',
    locale: 'en',
  })
  await add('alpha', {
    collection: 'news-briefs',
    data: brief('甲', {
      ...published,
      speakers: [
        { id: speakers![0]!.id, name: '安' },
        { id: speakers![1]!.id, name: '鲍', position: '主任' },
      ],
    }),
    locale: 'zh',
  })
  await create('beta', {
    collection: 'news-briefs',
    data: brief('Beta', { ...published, ...shared, city: 'Geneva', summary: 'Beta summary' }),
    locale: 'en',
  })
  await add('beta', {
    collection: 'news-briefs',
    data: brief('secret 乙', { ...draft, summary: 'secret 乙 summary' }),
    locale: 'zh',
  })
  await create('gamma', {
    collection: 'news-briefs',
    data: brief('丙', published),
    locale: 'zh',
  })
  await add('gamma', {
    collection: 'news-briefs',
    data: brief('secret Gamma', { ...draft, summary: 'secret Gamma summary' }),
    locale: 'en',
  })
  await create('delta', {
    collection: 'news-briefs',
    data: brief('丁', published),
    locale: 'zh',
  })
  await add('delta', {
    collection: 'news-briefs',
    data: brief('secret Delta', { ...published, summary: 'secret Delta summary' }),
    locale: 'en',
  })
  await request(app)
    .post(`/api/news-briefs/${ids.delta}/unpublish`)
    .set(editor)
    .send({ locales: ['en'] })
    .expect(200)
  await create('epsilon', {
    collection: 'news-briefs',
    data: brief('secret Epsilon', draft),
    locale: 'en',
  })
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  return { editor, ids, nameOf: (id) => names.get(id) ?? id }
}

type Saved = {
  collection: 'news-briefs' | 'partner-profiles' | 'topics'
  data: Record<string, unknown>
  locale: 'en' | 'zh'
}
