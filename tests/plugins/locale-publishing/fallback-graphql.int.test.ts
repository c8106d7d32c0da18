import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'

import { askGraphql } from '../../support/ask-graphql.ts'
import { startTestApp } from '../../support/test-app.ts'
import { makeKey } from '../../support/make-key.ts'
import { signIn } from '../../support/sign-in.ts'
import { buildFallbackWorld, type FallbackWorld } from './fallback-world.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let world: FallbackWorld

beforeAll(async () => {
  server = await startTestApp()
  world = await buildFallbackWorld(server)
})

afterAll(() => server.stop())

const ask = (query: string, headers = {}): Promise<Record<string, never>> =>
  askGraphql({ app: server.app, headers, query: `{ ${query} }` })

const told = '_locale _fallbacks { path locale }'

describe('a fallback in GraphQL', () => {
  it('stands in for documents and for fields, and says where', async () => {
    const { NewsBriefs } = await ask(
      `NewsBriefs(locale: zh, fallbackLocale: en, sort: "createdAt") {
        totalDocs docs { title summary ${told} }
      }`,
    )
    expect(NewsBriefs).toEqual({
      docs: [
        {
          _fallbacks: [{ locale: 'en', path: 'summary' }],
          _locale: 'zh',
          summary: 'Alpha summary',
          title: '甲',
        },
        { _fallbacks: [], _locale: 'en', summary: 'Beta summary', title: 'Beta' },
        { _fallbacks: [], _locale: 'zh', summary: null, title: '丙' },
        { _fallbacks: [], _locale: 'zh', summary: null, title: '丁' },
      ],
      totalDocs: 4,
    })
  })

  it('goes on in what a document refers to, and in what refers to it', async () => {
    const { NewsBrief } = await ask(
      `NewsBrief(id: "${world.ids.alpha}", locale: zh, fallbackLocale: en) {
        participations { partner { name ${told} briefs(sort: "createdAt") { docs { title ${told} } } } }
        topics { title description ${told} }
      }`,
    )
    const briefs = {
      docs: [
        { _fallbacks: [], _locale: 'zh', title: '甲' },
        { _fallbacks: [], _locale: 'en', title: 'Beta' },
      ],
    }
    expect(NewsBrief).toEqual({
      participations: [
        { partner: { _fallbacks: [], _locale: 'en', briefs, name: 'Host of everything' } },
        { partner: { _fallbacks: [], _locale: 'zh', briefs, name: '客人' } },
      ],
      topics: [
        {
          _fallbacks: [{ locale: 'en', path: 'description' }],
          _locale: 'zh',
          description: 'About water',
          title: '水',
        },
        {
          _fallbacks: [{ locale: 'en', path: 'title' }],
          _locale: 'zh',
          description: null,
          title: 'Air',
        },
      ],
    })
  })

  it('is asked for each field of the root by itself', async () => {
    const { plain, withFallback } = await ask(
      `plain: NewsBriefs(locale: zh) { totalDocs }
       withFallback: NewsBriefs(locale: zh, fallbackLocale: en) { totalDocs }`,
    )
    expect(plain).toEqual({ totalDocs: 3 })
    expect(withFallback).toEqual({ totalDocs: 4 })
  })

  it('compares what is shown, in joins too', async () => {
    const { NewsBriefs, PartnerProfile } = await ask(
      `NewsBriefs(locale: zh, fallbackLocale: en, where: { title: { not_equals: "甲" }, slug: { equals: "beta" } }) {
        docs { title }
      }
      PartnerProfile(id: "${world.ids.host}", locale: zh, fallbackLocale: en) {
        briefs(where: { title: { like: "Beta" } }) { docs { title } }
      }`,
    )
    expect(NewsBriefs).toEqual({ docs: [{ title: 'Beta' }] })
    expect(PartnerProfile).toEqual({ briefs: { docs: [{ title: 'Beta' }] } })
  })

  it('refuses a sort by what differs by language', async () => {
    const query = '{ NewsBriefs(locale: zh, fallbackLocale: en, sort: "title") { totalDocs } }'
    const { body } = await request(server.app).post('/api/graphql').send({ query })
    expect(body.errors[0].message).toContain('“title”')
  })

  it('without one, a document says its language and that nothing fell back', async () => {
    const { NewsBrief } = await ask(`NewsBrief(id: "${world.ids.alpha}", locale: zh) { ${told} }`)
    expect(NewsBrief).toEqual({ _fallbacks: [], _locale: 'zh' })
  })

  it('of a key shows drafts of the collections that the key is for, and of no other', async () => {
    const admin = await signIn({ payload: server.payload, role: 'admin' })
    const options = { collections: ['partner-profiles'], scope: 'drafts' as const }
    const { headers } = await makeKey({ admin, app: server.app, options })
    const briefs =
      'NewsBriefs(locale: zh, fallbackLocale: en, draft: true) { docs { title summary } }'
    const found = await ask(briefs, headers)
    expect(JSON.stringify(found)).not.toMatch(/secret/i)
    const whole = await makeKey({
      admin,
      app: server.app,
      options: { collections: ['news-briefs'], scope: 'drafts' },
    })
    expect(JSON.stringify(await ask(briefs, whole.headers))).toMatch(/secret Gamma summary/)
  })
})
