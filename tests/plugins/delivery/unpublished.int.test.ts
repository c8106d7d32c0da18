import type { DeliveryDocument } from '@qiao/delivery'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'
import { signIn } from '../../support/sign-in.ts'

let app: Awaited<ReturnType<typeof startDemoApp>>
let editor: { Authorization: string }

beforeAll(async () => {
  app = await startDemoApp()
  editor = await signIn({ payload: app.payload, role: 'editor' })
}, 240_000)

afterAll(() => app.stop())

const ask = (path: string, headers: Record<string, string> = {}) =>
  request(app.app).get(`/api/delivery/${path}`).set(headers)

const page = async (path: string, headers = {}): Promise<DeliveryDocument> =>
  (await ask(path, headers).expect(200)).body

describe('what is not published', () => {
  it('is shown to staff who ask for drafts, and to nobody else', async () => {
    const path = 'news-briefs/the-year-2021-in-figures?locale=en'
    const reader = await page(path)
    expect(reader.title).toBe('The year 2021 in figures')
    expect(await page(`${path}&draft=true`)).toEqual(reader)
    expect((await page(path, editor)).title).toBe(reader.title)
    const draft = await page(`${path}&draft=true`, editor)
    expect(draft.title).toBe('The year 2021 in figures, with a look ahead')
  })

  it('is shown to who holds a preview link of it', async () => {
    const { id } = await page('news-briefs/the-year-2021-in-figures?locale=en')
    const { body } = await request(app.app)
      .post(`/api/news-briefs/${id}/preview-link`)
      .set(editor)
      .send({ locale: 'en' })
      .expect(200)
    const path = `news-briefs/the-year-2021-in-figures?locale=en&preview=${body.token}`
    const shown = await ask(path).expect(200)
    expect(shown.body.title).toBe('The year 2021 in figures, with a look ahead')
    expect(shown.headers['cache-control']).toBe('private, no-store')
    const other = await page(`news-briefs/study-tour-seoul-2019?locale=en&preview=${body.token}`)
    expect(other.title).toBe('Study tour to Seoul: how Korean NGOs work abroad')
  })

  it('never shows internal contacts, to staff neither', async () => {
    const contact = { email: 'inside@example.org', name: 'Inside', visibility: 'internal' } as const
    await app.payload.create({
      collection: 'programs',
      data: {
        _status: 'published',
        contacts: [contact],
        kind: 'program',
        slug: 'with-contacts',
        title: 'With contacts',
      },
      locale: 'en',
    })
    for (const headers of [{}, editor]) {
      const { text } = await ask('programs/with-contacts?locale=en', headers).expect(200)
      expect(text).not.toContain('inside@example.org')
    }
  })
})

describe('what a program is part of', () => {
  const make = (slug: string, status: 'draft' | 'published', parent?: string) =>
    app.payload.create({
      collection: 'programs',
      data: { _status: status, kind: 'program', parent, slug, title: `Title of ${slug}` },
      draft: status === 'draft',
      locale: 'en',
    })

  it('stands in its breadcrumbs, as far as readers see it', async () => {
    const top = await make('top', 'published')
    const middle = await make('middle', 'published', top.id)
    await make('bottom', 'published', middle.id)
    const { breadcrumbs } = await page('programs/bottom?locale=en')
    expect(breadcrumbs.map(({ title }) => title)).toEqual([
      'CANGO',
      'Programs',
      'Title of top',
      'Title of middle',
      'Title of bottom',
    ])
    const hidden = await make('hidden', 'draft')
    await make('child-of-hidden', 'published', hidden.id)
    const answer = await ask('programs/child-of-hidden?locale=en').expect(200)
    expect(answer.text).not.toContain('Title of hidden')
    const staff = await page('programs/child-of-hidden?locale=en', editor)
    expect(staff.breadcrumbs).toHaveLength(3)
  })

  it('may go round in a circle', async () => {
    const one = await make('circle-one', 'published')
    const other = await make('circle-other', 'published', one.id)
    await app.payload.update({
      id: one.id,
      collection: 'programs',
      data: { parent: other.id },
      locale: 'en',
    })
    const { breadcrumbs } = await page('programs/circle-one?locale=en')
    expect(breadcrumbs).toHaveLength(4)
  })
})
