import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'

import { makeKey } from '../support/make-key.ts'
import { signIn } from '../support/sign-in.ts'
import { startTestApp } from '../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let viewer: { Authorization: string }
let editor: { Authorization: string }
let drafts: { Authorization: string }

beforeAll(async () => {
  server = await startTestApp()
  const { app, payload } = server
  const admin = await signIn({ payload, role: 'admin' })
  viewer = await signIn({ payload, role: 'viewer' })
  editor = await signIn({ payload, role: 'editor' })
  drafts = (await makeKey({ admin, app, options: { scope: 'drafts' } })).headers
})

afterAll(async () => {
  await server.stop()
})

const get = (query: string, path = 'programs') => request(server.app).get(`/api/${path}?${query}`)

const nested = (levels: number): string => {
  let filter: unknown = { slug: { equals: 'a' } }
  for (let level = 0; level < levels; level++) filter = { and: [filter] }
  return `where=${JSON.stringify(filter)}`
}
const conditions = (count: number): string =>
  Array.from({ length: count }, (_, at) => `where[or][${at}][slug][equals]=a`).join('&')

const beyond: [query: string, field: string, says: RegExp][] = [
  ['depth=4', 'depth', /most is 3/],
  ['limit=501', 'limit', /most is 500/],
  ['limit=0', 'limit', /page by page/],
  ['pagination=false', 'pagination', /page by page/],
  ['joins[briefs][limit]=101', 'joins.briefs.limit', /most is 100/],
  ['joins[briefs][limit]=0', 'joins.briefs.limit', /page by page/],
  ['sort=a,b,c,d,e,f', 'sort', /most is 5/],
  [conditions(101), 'where', /most is 100/],
  [nested(11), 'where', /most is 10 levels/],
]

const unknown: [query: string, field: string, says: RegExp][] = [
  ['select[titel]=true', 'select', /“titel” is not known; known here: .*title/],
  ['select[seo][titel]=true', 'select', /“titel” is not known; known here: .*description/],
  ['populate[topic][title]=true', 'populate', /“topic” is not known; known here: .*topics/],
  ['populate[topics][titel]=true', 'populate.topics', /“titel” is not known/],
  ['joins[brief][limit]=5', 'joins', /“brief” is not known; known here: .*briefs/],
]

describe('a public reader', () => {
  it.each([...beyond, ...unknown])('is refused %s, and told why', async (query, field, says) => {
    for (const headers of [{}, viewer]) {
      const { body } = await get(query).set(headers).expect(400)
      expect(body.errors[0]).toMatchObject({ field, message: expect.stringMatching(says) })
    }
  })

  it.each([
    'depth=3',
    'limit=500',
    'pagination=false&limit=50',
    'joins[briefs][limit]=100',
    'joins[briefs]=false',
    'sort=title,-slug',
    conditions(99),
    'select[seo][title]=true&select[id]=true&populate[topics][title]=true',
  ])('may ask %s', async (query) => {
    await get(query).expect(200)
  })

  it.each([
    ['{ Programs(limit: 0) { totalDocs } }', /limit/],
    ['{ Programs(limit: 501) { totalDocs } }', /limit/],
    ['{ Programs(pagination: false) { totalDocs } }', /pagination/],
    [
      `{ Programs(where: { OR: [${'{ slug: { equals: "a" } }'.repeat(101)}] }) { totalDocs } }`,
      /where/,
    ],
  ])('is refused the same in GraphQL: %s', async (query, says) => {
    const { body } = await request(server.app).post('/api/graphql').send({ query })
    expect(body.errors[0].message).toMatch(says)
  })

  it('is held to the depth of a global, and to its names', async () => {
    await get('depth=4', 'globals/organization').expect(400)
    await get('select[name]=true', 'globals/organization').expect(400)
    await get('select[siteName]=true&depth=1', 'globals/organization').expect(200)
  })
})

describe('who works on drafts', () => {
  it.each(beyond.map(([query]) => query).filter((query) => !query.startsWith('sort')))(
    'may ask %s',
    async (query) => {
      await get(query).set(editor).expect(200)
      await get(query).set(drafts).expect(200)
    },
  )

  it('may ask as many conditions as a database can take', async () => {
    const post = (query: string) =>
      request(server.app)
        .post('/api/programs')
        .set({ 'X-HTTP-Method-Override': 'GET', ...editor })
        .type('form')
        .send(query)
    await post(conditions(499)).expect(200)
    const { body } = await post(conditions(600)).expect(400)
    expect(body.errors[0]).toMatchObject({ field: 'where' })
  })
})

describe('a parameter that would be left out in silence', () => {
  it.each([
    ['news-briefs', 'filter[year]=2017', 'filter'],
    ['news-briefs', 'Limit=5', 'Limit'],
    ['news-briefs/count', 'limit=5', 'limit'],
    ['news-briefs/x', 'where[year][equals]=2017', 'where'],
    ['globals/organization', 'sort=x', 'sort'],
    ['users/me', 'token=x', 'token'],
    ['access', 'depth=1', 'depth'],
  ])('is refused at %s: %s', async (path, query, field) => {
    const { body } = await get(query, path).expect(400)
    expect(body.errors[0]).toMatchObject({ field, message: expect.stringMatching(/Known are/) })
  })

  it('is refused in a POST that says it is a GET', async () => {
    const { body } = await request(server.app)
      .post('/api/news-briefs')
      .set('X-HTTP-Method-Override', 'GET')
      .type('form')
      .send('limits=3')
      .expect(400)
    expect(body.errors[0].field).toBe('limits')
  })

  it.each([
    'where[constructor][equals]=x',
    'select[__proto__]=true',
    'sort.toString=a',
    '__proto__[a]=b',
  ])('is refused where its name is one of every object: %s', async (query) => {
    await get(query).set(editor).expect(400)
  })
})
