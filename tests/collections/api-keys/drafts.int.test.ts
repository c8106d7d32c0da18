import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type KeyOptions, makeKey } from '../../support/make-key.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let admin: { Authorization: string }

beforeAll(async () => {
  app = await startTestApp()
  admin = await signIn({ payload: app.payload, role: 'admin' })
})

afterAll(() => app.stop())

const newKey = (options: KeyOptions = {}) => makeKey({ app: app.app, admin, options })

const get = (path: string, headers = {}) => request(app.app).get(`/api/${path}`).set(headers)

const ask = (query: string, headers = {}) =>
  request(app.app).post('/api/graphql').set(headers).send({ query })

const program = (title: string, isPublished: boolean) =>
  app.payload.create({
    collection: 'programs',
    data: {
      _status: isPublished ? 'published' : 'draft',
      contacts: [{ email: 'secret@qiao.example', name: 'Li', visibility: 'internal' }],
      kind: 'program',
      status: 'active',
      title,
    },
    draft: !isPublished,
    locale: 'en',
  })

const story = (data: object, isPublished: boolean) =>
  app.payload.create({
    collection: 'stories',
    data: { _status: isPublished ? 'published' : 'draft', kind: 'success', ...data } as never,
    draft: !isPublished,
    locale: 'en',
  })

describe('a key for drafts', () => {
  it('reads the drafts and versions of its collections only', async () => {
    const { headers } = await newKey({ collections: ['programs'], scope: 'drafts' })
    const all = await newKey({ scope: 'drafts' })
    const hidden = await program('Hidden', false)
    const told = await story({ title: 'Told' }, false)
    await get(`programs/${hidden.id}?draft=true`, headers).expect(200)
    await get('programs/versions', headers).expect(200)
    await get(`stories/${told.id}?draft=true`, headers).expect(404)
    await get('stories/versions', headers).expect(403)
    await get(`stories/${told.id}?draft=true`, all.headers).expect(200)
  })

  it('sees what is published where its documents lead elsewhere', async () => {
    const { headers } = await newKey({ collections: ['stories'], scope: 'drafts' })
    const hidden = await program('Hidden program', false)
    const changed = await program('Public program', true)
    await app.payload.update({
      id: changed.id,
      collection: 'programs',
      data: { title: 'Hidden change' },
      draft: true,
      locale: 'en',
    })
    const told = await story({ programs: [hidden.id, changed.id], title: 'Told' }, false)
    for (const query of ['draft=true&depth=2', 'draft=true&depth=1&locale=all']) {
      const { text } = await get(`stories/${told.id}?${query}`, headers).expect(200)
      expect(text).toContain('Public program')
      expect(text).not.toContain('Hidden')
    }
    const query = `{ Story(id: "${told.id}", draft: true) { programs { title } } }`
    expect((await ask(query, headers)).text).not.toContain('Hidden')
    const versions = await get('stories/versions?depth=2', headers).expect(200)
    expect(versions.text).not.toContain('Hidden')
  })

  it('sees no drafts of another collection through a join', async () => {
    const { headers } = await newKey({ collections: ['programs'], scope: 'drafts' })
    const parent = await program('Parent', true)
    await story({ programs: [parent.id], title: 'Hidden story' }, false)
    const shown = await story({ programs: [parent.id], title: 'Shown story' }, true)
    await app.payload.update({
      id: shown.id,
      collection: 'stories',
      data: { title: 'Hidden change' },
      draft: true,
      locale: 'en',
    })
    const half = await story({ programs: [parent.id], title: 'Half a story' }, true)
    await app.payload.update({
      id: half.id,
      collection: 'stories',
      data: { title: 'Hidden in Chinese' },
      draft: true,
      locale: 'zh',
    })
    for (const query of ['draft=true&depth=2', 'depth=1', 'draft=true&depth=1&locale=all']) {
      const { text } = await get(`programs/${parent.id}?${query}`, headers).expect(200)
      // MongoDB joins nothing to a draft that is read in all languages.
      if (!query.includes('draft=true&depth=1')) expect(text, query).toContain('Half a story')
      expect(text, query).not.toContain('Hidden')
    }
    const query = `{ Program(id: "${parent.id}", draft: true) { stories { docs { title } } } }`
    const { text } = await ask(query, headers)
    expect(text).toContain('Half a story')
    expect(text).not.toContain('Hidden')
  })

  it('learns nothing of what is internal by filters, sorts or versions', async () => {
    const { headers } = await newKey({ scope: 'drafts' })
    const hidden = await program('With a contact', false)
    const { text } = await get(`programs/${hidden.id}?draft=true`, headers).expect(200)
    expect(text).not.toContain('secret@qiao.example')
    expect((await get('programs/versions?limit=50', headers)).text).not.toContain('secret@qiao')
    const probes = [
      'programs?where[contacts.email][like]=secret',
      'programs/count?where[contacts.email][like]=secret',
      'programs?sort=contacts.email',
      'programs/versions?where[version.contacts.email][like]=secret',
      'programs/versions?sort=version.contacts.email',
      'stories?where[programs.contacts.email][like]=secret',
      `programs/${hidden.id}?joins[stories][where][programs.contacts.email][like]=secret`,
    ]
    for (const path of probes) expect((await get(path, headers)).status, path).toBe(400)
    await get(`programs/versions?where[parent][equals]=${hidden.id}`, headers).expect(200)
    await get('programs?draft=true&where[title][like]=contact', headers).expect(200)
  })
})
