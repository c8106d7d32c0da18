import request from 'supertest'

import { paragraph } from '../../support/rich-text.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

export type Change = {
  at: string
  collection: string
  id: string
  locale: string
  slug: null | string
  tags: string[]
  type: 'deleted' | 'upserted'
  url: null | string
}

export type Changes = { changes: Change[]; cursor: string; hasMore: boolean }

type Locale = 'en' | 'zh'

/** The real server, an editor who writes stories, and a reader who asks what has changed. */
export const openChangesDesk = async () => {
  const { app, payload, stop } = await startTestApp()
  const admin = await signIn({ payload, role: 'admin' })
  let serial = 0

  const ask = async (query = ''): Promise<Changes> => {
    const { body } = await request(app).get(`/api/changes?${query}`).expect(200)
    return body as Changes
  }

  /** All that has changed, in pages of `limit`, and where the next question begins. */
  const read = async (since: string | undefined, about = 'locale=all&limit=100') => {
    const changes: Change[] = []
    let cursor = since
    for (;;) {
      const page = await ask(`${about}${cursor ? `&since=${cursor}` : ''}`)
      changes.push(...page.changes)
      cursor = page.cursor
      if (!page.hasMore) return { changes, cursor }
    }
  }

  /** What readers find of these collections by asking for it, in each language that it is written in. */
  const publicNow = async (collections = ['stories']): Promise<string[]> => {
    const found: string[] = []
    for (const collection of collections) {
      for (const locale of ['en', 'zh']) {
        const query = `locale=${locale}&limit=500&depth=0&select[slug]=true`
        const { body } = await request(app).get(`/api/${collection}?${query}`).expect(200)
        for (const { id, slug } of body.docs as { id: string; slug?: null | string }[])
          if (slug) found.push(`${collection}/${id} ${locale} ${slug}`)
      }
    }
    return found.sort()
  }

  const newStory = async (locale: Locale, data: object = {}, draft = false): Promise<string> => {
    serial += 1
    const { id } = await payload.create({
      collection: 'stories',
      data: {
        ...(draft ? {} : { _status: 'published' }),
        body: paragraph(`text ${serial}`),
        kind: 'success',
        title: `Story ${serial} ${locale}`,
        ...data,
      } as never,
      draft,
      locale,
    })
    return id
  }

  return {
    /** The editor's requests: `as.post('/api/stories/1/publish', { locales: 'all' })`. */
    as: {
      delete: (path: string) => request(app).delete(path).set(admin),
      patch: (path: string, data: object) => request(app).patch(path).set(admin).send(data),
      post: (path: string, data: object) => request(app).post(path).set(admin).send(data),
    },
    admin,
    app,
    ask,
    newStory,
    payload,
    publicNow,
    read,
    stop,
  }
}

/** A copy of what is public, kept by what one is told. */
export const openCopy = () => {
  const pages = new Map<string, string>()
  return {
    apply: (changes: readonly Change[]) => {
      for (const { collection, id, locale, slug, type } of changes) {
        const key = `${collection}/${id} ${locale}`
        if (type === 'deleted') pages.delete(key)
        else pages.set(key, `${key} ${slug ?? '-'}`)
      }
    },
    pages: () => [...pages.values()].sort(),
  }
}

/** What one is told in short: `upserted zh story-1`. */
export const inShort = (changes: readonly Change[]): string[] =>
  changes.map(({ locale, slug, type }) => `${type} ${locale} ${slug ?? '-'}`).sort()
