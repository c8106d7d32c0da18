import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'

import { startTestApp } from '../support/test-app.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let token = ''

beforeAll(async () => {
  server = await startTestApp()
  const email = 'admin@example.org'
  const password = 'long enough'
  await server.payload.create({
    collection: 'users',
    data: { email, name: 'Admin', password, roles: ['admin'] },
  })
  const login = await request(server.app).post('/api/users/login').send({ email, password })
  token = login.body.token
})

afterAll(async () => {
  await server.stop()
})

const anybody = (path: string) => request(server.app).get(path)
const admin = (path: string) => anybody(path).set('Authorization', `JWT ${token}`)

const unfit = [
  ['a text operator on a date', 'stories', 'deletedAt', 'contains', 'x'],
  ['one that denies, too', 'news-briefs', 'createdAt', 'not_like', '2024-01-01'],
  ['a date that is none', 'news-briefs', 'newsDate', 'less_than', 'x'],
  ['a list of dates with one that is none', 'news-briefs', 'newsDate', 'in', '2024-01-01,x'],
  ['a text operator on a number', 'news-briefs', 'year', 'like', '20'],
  ['a number that is none', 'awards', 'year', 'equals', 'null'],
  ['a text operator on a checkbox', 'programs', 'donation.accepting', 'contains', 'x'],
  ['a checkbox that is neither', 'programs', 'donation.accepting', 'equals', 'x'],
  ['a text operator on a reference', 'topics', 'parent', 'not_like', 'x'],
  ['an order of references', 'stories', 'cover', 'greater_than', 'x'],
  ['a list of references that is none', 'topics', 'parent', 'in', 'null'],
  ['a reference to one of several, without which', 'awards', 'recipient', 'exists', 'true'],
  ['a list of them in one', 'awards', 'recipient.value', 'in', 'x,y'],
  ['whether it refers to nothing', 'awards', 'recipient.value', 'equals', 'null'],
  ['part of the name of its collection', 'awards', 'recipient.relationTo', 'contains', 'x'],
  ['whether by neither yes nor no', 'news-briefs', 'city', 'exists', 'null'],
  ['an operator that SQLite does not have', 'news-briefs', 'title', 'all', 'x'],
  ['a place', 'news-briefs', 'title', 'near', '1,2'],
  ['ids in one', 'stories', 'id', 'equals', 'x,y'],
] as const

const listed = [
  ['title', 'equals'],
  ['title', 'like'],
  ['id', 'less_than'],
  ['topics', 'not_equals'],
] as const

describe('a filter that no database could answer', () => {
  it.each(unfit)(
    'is a 400 that names the field: %s',
    async (_what, slug, field, operator, value) => {
      const where = `[${field}][${operator}]=${value}`
      for (const ask of [anybody, admin]) {
        for (const query of [`where${where}`, `where[and][0][or][0]${where}`]) {
          for (const path of [`/api/${slug}`, `/api/${slug}/count`]) {
            const answer = await ask(`${path}?${query}`)
            expect([answer.status, path, query]).toEqual([400, path, query])
            expect(answer.body.errors[0]).toMatchObject({ code: 'QUERY_NOT_ALLOWED', field })
          }
        }
      }
    },
  )

  it.each(listed)('is a 400: a list for %s %s', async (field, operator) => {
    for (const ask of [anybody, admin]) {
      await ask(`/api/news-briefs?where[${field}][${operator}][]=x`).expect(400)
      await ask(`/api/news-briefs?where[${field}][${operator}][]=`).expect(400)
    }
  })

  it('is a 400 below a join, of other documents, of versions, and of people', async () => {
    await anybody('/api/programs?joins[briefs][where][newsDate][like]=x').expect(400)
    await admin('/api/programs?where[parent.createdAt][like]=x').expect(400)
    await admin('/api/programs?where[topics][contains][createdAt][like]=x').expect(400)
    await admin('/api/programs?where[briefs][equals]=x').expect(400)
    await admin('/api/partner-profiles?where[awards.title][like]=x').expect(400)
    await admin('/api/stories?where[interview.answer.root.children.text][like]=x').expect(400)
    await admin('/api/stories/versions?where[version.deletedAt][contains]=x').expect(400)
    await admin('/api/users?where[createdAt][contains]=x').expect(400)
    await admin('/api/audit-trail?where[createdAt][contains]=x').expect(400)
    await admin('/api/payload-preferences?where[user][exists]=true').expect(400)
  })

  it('is an error with a reason in GraphQL', async () => {
    const answer = await request(server.app).post('/api/graphql').send({
      query: '{ Stories(where: { createdAt: { like: "2024-01-01T00:00:00Z" } }) { totalDocs } }',
    })
    expect(answer.body.errors[0].extensions).toMatchObject({ statusCode: 400 })
    expect(answer.body.errors[0].message).toContain('createdAt')
  })
})

describe('a filter that both databases answer', () => {
  it.each([
    'news-briefs?where[newsDate][greater_than]=2024-01-01',
    'news-briefs?where[newsDate][in]=2024-01-01,2024-01-02',
    'news-briefs?where[deletedAt][equals]=null',
    'news-briefs?where[year][in]=2023,2024',
    'news-briefs?where[year][greater_than]=',
    'news-briefs?where[title][contains]=1,2',
    'news-briefs?where[city][exists]=false',
    'news-briefs?where[topics][in][]=',
    'news-briefs?where[topics][contains]=507f1f77bcf86cd799439011',
    'programs?where[donation.accepting][equals]=true',
    'programs?where[sdgs][contains][]=1',
    'awards?where[recipient.value][in][]=507f1f77bcf86cd799439011',
    'awards?where[recipient.relationTo][equals]=programs',
    'awards?where[recipient][equals][relationTo]=programs&where[recipient][equals][value]=507f1f77bcf86cd799439011',
    'stories?where[id][in]=507f1f77bcf86cd799439011,507f1f77bcf86cd799439012',
  ])('is a 200: %s', async (query) => {
    await anybody(`/api/${query}`).expect(200)
    await admin(`/api/${query}`).expect(200)
  })

  it('is a 200 for who may look into other documents and versions', async () => {
    await admin('/api/programs?where[parent.title][like]=x').expect(200)
    await admin('/api/programs?where[topics][contains][title][like]=x').expect(200)
    await admin('/api/programs?where[briefs.title][like]=x').expect(200)
    await admin('/api/programs?where[title.en][like]=x').expect(200)
    await admin(
      '/api/stories/versions?where[version.title][like]=x&where[latest][equals]=true',
    ).expect(200)
  })
})
