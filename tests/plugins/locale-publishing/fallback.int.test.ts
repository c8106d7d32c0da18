import { describe, expect, it } from 'vitest'

import { type Doc, openFallbackDesk } from './fallback-desk.ts'

const desk = openFallbackDesk()
const { get, list, namesOf, read } = desk

describe('a document', () => {
  it('that is not published in the language comes in the fallback, and says so', async () => {
    expect(await read('beta', { depth: 0 })).toMatchObject({
      _fallbacks: [],
      _locale: 'en',
      _status: 'published',
      slug: 'beta',
      summary: 'Beta summary',
      title: 'Beta',
    })
  })

  it('takes empty fields from the fallback, and says which', async () => {
    const doc = await read('alpha', { depth: 0 })
    expect(doc).toMatchObject({
      _locale: 'zh',
      seo: { description: 'Alpha described' },
      speakers: [
        { name: '安', position: 'Director' },
        { name: '鲍', position: '主任' },
      ],
      summary: 'Alpha summary',
      title: '甲',
    })
    expect(doc._fallbacks).toEqual(
      expect.arrayContaining([
        { locale: 'en', path: 'summary' },
        { locale: 'en', path: 'speakers.0.position' },
        { locale: 'en', path: 'seo.description' },
      ]),
    )
    expect(doc._fallbacks).toHaveLength(3)
  })

  it.each(['gamma', 'delta'])(
    'takes nothing of a language that is no longer, or not yet, public: %s',
    async (name) => {
      const doc = await read(name)
      expect(JSON.stringify(doc)).not.toMatch(/secret/i)
      expect(doc).toMatchObject({ _fallbacks: [], _locale: 'zh' })
      expect(doc.summary ?? null).toBeNull()
    },
  )

  it('that is published in neither is not there', async () => {
    await get(`news-briefs/${desk.world.ids.epsilon}`).expect(404)
  })

  it('says its language without a fallback too, and lists none', async () => {
    const doc = await read('alpha', { depth: 1, fallback: undefined })
    expect(doc._locale).toBe('zh')
    expect(doc).not.toHaveProperty('_fallbacks')
    expect(doc.topics).toMatchObject([{ _locale: 'zh' }, { _locale: 'zh' }])
  })

  it('says neither when it is asked in all languages', async () => {
    const doc = await read('alpha', { fallback: undefined, locale: 'all' })
    expect(doc).not.toHaveProperty('_locale')
    expect(doc).not.toHaveProperty('_fallbacks')
  })

  it('keeps both under a selection of something else', async () => {
    const doc = await read('alpha', { depth: 0, select: { summary: 'true' } })
    expect(doc).toMatchObject({
      _fallbacks: [{ locale: 'en', path: 'summary' }],
      _locale: 'zh',
      summary: 'Alpha summary',
    })
    expect(doc).not.toHaveProperty('title')
  })

  it('falls back with what it refers to', async () => {
    const doc = await read('alpha', { depth: 2 })
    expect(doc.topics).toMatchObject([
      { _fallbacks: [{ locale: 'en', path: 'description' }], _locale: 'zh', title: '水' },
      { _locale: 'zh', title: 'Air' },
    ])
    expect(doc.participations).toMatchObject([
      { partner: { _fallbacks: [], _locale: 'en', name: 'Host of everything' } },
      { partner: { _fallbacks: [], _locale: 'zh', name: '客人' } },
    ])
  })

  it('falls back in the other direction too', async () => {
    const doc = await read('gamma', { fallback: 'zh', locale: 'en' })
    expect(doc).toMatchObject({ _locale: 'zh', title: '丙' })
    expect(JSON.stringify(doc)).not.toMatch(/secret/i)
  })
})

describe('a list', () => {
  it('holds what is published in either, each once, with the right totals', async () => {
    const { docs, totalDocs } = await list()
    expect(namesOf(docs)).toEqual(['alpha', 'beta', 'delta', 'gamma'])
    expect(totalDocs).toBe(4)
    expect(JSON.stringify(docs)).not.toMatch(/secret/i)
    const { body } = await get('news-briefs/count').expect(200)
    expect(body).toEqual({ totalDocs: 4 })
  })

  it('goes through its pages without a gap', async () => {
    const pages = [1, 2, 3, 4].map((page) => list({ limit: 1, page, sort: 'createdAt' }))
    const found = (await Promise.all(pages)).flatMap(({ docs }) => docs)
    expect(found.map(({ id }) => desk.world.nameOf(id))).toEqual([
      'alpha',
      'beta',
      'gamma',
      'delta',
    ])
  })

  it.each<[string, Record<string, unknown>, string[]]>([
    ['what is shown', { title: { like: '甲' } }, ['alpha']],
    ['what stands in for a whole document', { title: { equals: 'Beta' } }, ['beta']],
    ['what stands in for a field', { summary: { like: 'Alpha' } }, ['alpha']],
    ['not what is not shown', { title: { like: 'Alpha' } }, []],
    ['not a draft or what was withdrawn', { title: { like: 'secret' } }, []],
    ['not an empty field’s draft', { summary: { like: 'secret' } }, []],
    ['another text', { title: { not_equals: '甲' } }, ['beta', 'delta', 'gamma']],
    ['no such text', { summary: { not_like: 'Alpha' } }, ['beta', 'delta', 'gamma']],
    ['none of these', { title: { not_in: ['Beta', '丙'] } }, ['alpha', 'delta']],
    ['one of these', { title: { in: ['Beta', '丙', 'Alpha'] } }, ['beta', 'gamma']],
    ['nothing', { summary: { exists: false } }, ['delta', 'gamma']],
    ['something', { summary: { exists: true } }, ['alpha', 'beta']],
    ['a text in a group', { 'seo.description': { like: 'described' } }, ['alpha']],
    ['no text in a group', { 'seo.description': { exists: false } }, ['beta', 'delta', 'gamma']],
    ['a slug', { slug: { equals: 'beta' } }, ['beta']],
    ['not a slug of the other language', { slug: { equals: 'alpha' } }, []],
    ['its status', { _status: { equals: 'published' } }, ['alpha', 'beta', 'delta', 'gamma']],
    ['another status', { _status: { not_equals: 'published' } }, []],
    ['what differs by no language', { year: { equals: 2018 } }, []],
    [
      'either of two',
      {
        or: [
          { title: { like: 'Beta' } },
          { and: [{ title: { like: '丙' } }, { year: { equals: 2017 } }] },
        ],
      },
      ['beta', 'gamma'],
    ],
    [
      'two at once',
      { summary: { like: 'summary', not_like: 'Alpha' }, title: { exists: true } },
      ['beta'],
    ],
  ])('is filtered by %s', async (_what, where, due) => {
    const { docs, totalDocs } = await list({ where })
    expect(namesOf(docs)).toEqual(due)
    expect(totalDocs).toBe(due.length)
    const { body } = await get('news-briefs/count', { where }).expect(200)
    expect(body.totalDocs).toBe(due.length)
  })

  it.each([
    ['sort', { sort: '-title' }, 'title'],
    ['sort', { sort: 'seo.title,createdAt' }, 'seo.title'],
    ['filter', { where: { body: { like: 'x' } } }, 'body'],
    ['filter', { where: { 'speakers.name': { equals: '安' } } }, 'speakers.name'],
    ['filter', { where: { 'title.en': { equals: 'Beta' } } }, 'title.en'],
  ])('refuses a %s that no database could answer: %j', async (_what, query, field) => {
    const { body } = await get('news-briefs', query).expect(400)
    expect(body.errors).toMatchObject([{ field }])
    expect(body.errors[0].message).toContain(field)
  })

  it('is filtered by many texts at once, and refuses too many', async () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ title: { not_equals: `x${at}` } }))
    const either = (count: number) => ({
      or: Array.from({ length: count }, (_, at) => ({ title: { equals: at ? `x${at}` : '甲' } })),
    })
    expect((await list({ where: { and: others(20) } })).totalDocs).toBe(4)
    expect((await list({ where: either(20) })).totalDocs).toBe(1)
    await get('news-briefs', { where: { and: others(21) } }).expect(400)
    await get('news-briefs', { where: either(21) }).expect(400)
  })

  it('of what has no status falls back field by field', async () => {
    const { body } = await get('topics', { sort: 'createdAt' }).expect(200)
    expect(body.docs).toMatchObject([
      { _fallbacks: [{ locale: 'en', path: 'description' }], _locale: 'zh', title: '水' },
      { _locale: 'zh', slug: 'air', title: 'Air' },
    ])
    const found = await get('topics', { where: { title: { equals: 'Air' } } })
    expect(found.body.totalDocs).toBe(1)
    const other = await get('topics', { where: { title: { equals: 'Water' } } })
    expect(other.body.totalDocs).toBe(0)
  })
})

describe('a join', () => {
  const briefsOf = async (joins: unknown) => {
    const { body } = await get(`partner-profiles/${desk.world.ids.guest}`, {
      depth: 1,
      joins,
    }).expect(200)
    return (body.briefs as { docs: Doc[] }).docs
  }

  it('holds what is published in either, in the language that it is in', async () => {
    const docs = await briefsOf({ briefs: {} })
    expect(namesOf(docs)).toEqual(['alpha', 'beta'])
    expect(docs.find(({ _locale }) => _locale === 'en')).toMatchObject({ title: 'Beta' })
  })

  it('is filtered by what is shown', async () => {
    expect(namesOf(await briefsOf({ briefs: { where: { title: { equals: 'Beta' } } } }))).toEqual([
      'beta',
    ])
    expect(await briefsOf({ briefs: { where: { title: { equals: 'Alpha' } } } })).toEqual([])
  })

  it('refuses to be sorted by what differs by language', async () => {
    const joins = { briefs: { sort: 'title' } }
    await get(`partner-profiles/${desk.world.ids.guest}`, { joins }).expect(400)
  })
})
