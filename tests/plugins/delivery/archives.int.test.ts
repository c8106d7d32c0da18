import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { archives } from '../../../src/delivery/archives.ts'
import { monitorMongodb, queriesOf } from '../../support/count-queries.ts'
import { paragraph } from '../../support/rich-text.ts'
import { startTestApp } from '../../support/test-app.ts'

const languages = ['en', 'zh'] as const

let app: Awaited<ReturnType<typeof startTestApp>>
let topics: string[] = []

beforeAll(async () => {
  monitorMongodb()
  app = await startTestApp({ hasCache: false })
  topics = [
    await topic({ en: 'Water', zh: '水' }),
    await topic({ en: 'Schools' }),
    await topic({ zh: '医疗' }),
  ]
  for (let number = 0; number < 12; number += 1) {
    await write('news-briefs', number, {
      country: ['CN', 'KR', undefined][number % 3],
      kind: number % 2 === 0 ? 'visit' : 'event',
      newsDate: `${2015 + (number % 4)}-06-01`,
      topics: topics.slice(0, number % 4),
    })
    await write('awards', number, { kind: 'award', year: 2000 + (number % 5) })
    await write('programs', number, {
      kind: 'program',
      locations: ['CN', 'CN', 'DE'].slice(0, number % 4).map((country) => ({ country })),
      sdgs: ['4', '6', '13'].slice(number % 3),
      status: ['active', 'completed', 'planned'][number % 3],
      topics: topics.slice(number % 3),
    })
    await write('partner-profiles', number, {
      country: ['CN', 'KR'][number % 2],
      kind: ['member', 'foundation', 'company'].slice(number % 3),
    })
  }
  const gone = await topic({ en: 'Gone', zh: '已删' })
  await write('programs', 1, { topics: [gone, topics[0]] })
  await app.payload.update({ collection: 'topics', data: { deletedAt: now() }, id: gone })
})

afterAll(() => app.stop())

const now = () => new Date().toISOString()

const topic = async ({ en, zh }: { en?: string; zh?: string }): Promise<string> => {
  const first = en ? 'en' : 'zh'
  const { id } = await app.payload.create({
    collection: 'topics',
    data: { title: (en ?? zh)! },
    locale: first,
  })
  if (en && zh)
    await app.payload.update({ collection: 'topics', data: { title: zh }, id, locale: 'zh' })
  return id
}

/** In turn: published in both languages, in one, in the other, a draft, withdrawn, in the trash. */
const write = async (slug: string, number: number, data: object): Promise<void> => {
  const { payload } = app
  const collection = slug as 'stories'
  const text = (locale: string) => ({
    [slug === 'partner-profiles' ? 'name' : 'title']: `${locale} ${number}`,
    ...(slug === 'awards' ? { awardedBy: 'A' } : {}),
    ...(slug === 'news-briefs' ? { body: paragraph(locale) } : {}),
  })
  const states = [
    ['published', 'published'],
    ['published', 'draft'],
    [undefined, 'published'],
    ['draft', undefined],
    ['withdrawn', 'published'],
    ['trashed', 'published'],
  ][number % 6]!
  const first = states[0] ? 'en' : 'zh'
  const { id } = await payload.create({
    collection,
    data: { ...data, ...text(first) },
    draft: true,
    locale: first,
  })
  for (const [index, locale] of languages.entries()) {
    const state = states[index]
    if (!state) continue
    const isDraft = state === 'draft'
    await payload.update({
      collection,
      data: { ...text(locale), ...(isDraft ? {} : { _status: 'published' as const }) },
      draft: isDraft,
      id,
      locale,
    })
  }
  if (states[0] === 'withdrawn') {
    await payload.update({ collection, data: { _status: 'draft' } as never, id, locale: 'en' })
  }
  if (states[0] === 'trashed') {
    await payload.update({ collection, data: { deletedAt: now() }, id })
  }
}

type Entry = { count?: number; counts: Record<string, number>; value?: string; year?: number }

const get = (path: string) => request(app.app).get(`/api/${path}`)

/** The same by reading everything that an anonymous reader finds, and counting by hand. */
const naive = async (
  slug: string,
  path: string,
): Promise<Record<string, Record<string, number>>> => {
  const counted: Record<string, Record<string, number>> = {}
  for (const locale of languages) {
    const { docs } = await app.payload.find({
      collection: slug as 'stories',
      depth: 1,
      fallbackLocale: false,
      locale,
      overrideAccess: false,
      pagination: false,
    })
    for (const doc of docs) {
      for (const value of new Set(valuesAt(doc, path.split('.')))) {
        counted[value] ??= { en: 0, zh: 0 }
        counted[value][locale]! += 1
      }
    }
  }
  return counted
}

const valuesAt = (value: unknown, [name, ...rest]: string[]): string[] => {
  if (value === null || value === undefined) return []
  if (Array.isArray(value))
    return value.flatMap((each) => valuesAt(each, [name!, ...rest].filter(Boolean)))
  if (name === undefined) {
    // Of what a reader does not see, Payload leaves the bare id.
    if (typeof value === 'object') return [(value as { id: string }).id]
    const text = typeof value === 'number' ? String(value) : (value as string)
    return /^[\da-f-]{24,}$/.test(text) ? [] : [text]
  }
  return valuesAt((value as Record<string, unknown>)[name], rest)
}

const facetsOf = (archive: { facets?: Record<string, string> }) =>
  Object.entries(archive.facets ?? {})

const asked = Object.entries(archives).flatMap(([slug, archive]) => [
  ...('year' in archive ? [{ path: archive.year, question: 'archive', slug }] : []),
  ...facetsOf(archive).map(([by, path]) => ({ path, question: `facets?by=${by}`, slug })),
])

const address = ({ question, slug }: { question: string; slug: string }, locale: string) =>
  `${slug}/${question}${question.includes('?') ? '&' : '?'}locale=${locale}`

const entriesOf = async (path: string): Promise<Entry[]> => {
  const { body } = await get(path).expect(200)
  return body.years ?? body.values
}

describe('counts of what is published', () => {
  it.each(asked)('are those of the documents that readers find: $slug/$question', async (each) => {
    const due = await naive(each.slug, each.path)
    if (each.slug !== 'stories') expect(Object.keys(due).length).toBeGreaterThan(0)
    const all = await entriesOf(address(each, 'all'))
    expect(
      Object.fromEntries(all.map(({ counts, value, year }) => [value ?? year, counts])),
    ).toEqual(due)
    for (const locale of languages) {
      const entries = await entriesOf(address(each, locale))
      expect(
        Object.fromEntries(entries.map(({ count, value, year }) => [value ?? year, count])),
      ).toEqual(
        Object.fromEntries(
          Object.entries(due)
            .map(([value, counts]) => [value, counts[locale]] as const)
            .filter(([, count]) => count! > 0),
        ),
      )
    }
  })

  it.each(asked)('take one query: $slug/$question', async (each) => {
    const queries = await queriesOf(app.payload, () => get(address(each, 'zh')).expect(200))
    expect(queries).toHaveLength(1)
  })

  it('come in one order: years backwards, options as the editor sees them, topics by number', async () => {
    const years = await entriesOf('awards/archive?locale=all')
    expect(years.map(({ year }) => year)).toEqual(
      [2004, 2003, 2002, 2001, 2000].filter((year) => years.some((each) => each.year === year)),
    )
    const { body } = await get('programs/facets?by=status&locale=zh').expect(200)
    expect(body).toMatchObject({ by: 'status', locale: 'zh' })
    expect(body.values.map(({ value }: Entry) => value)).toEqual(['planned', 'active', 'completed'])
    const topicValues = await entriesOf('programs/facets?by=topic&locale=zh')
    const counts = topicValues.map(({ count }) => count!)
    expect(counts).toEqual(counts.toSorted((one, other) => other - one))
  })

  it('carry labels in the language asked for, and titles and slugs of topics', async () => {
    const { body: statuses } = await get('programs/facets?by=status&locale=zh').expect(200)
    expect(statuses.values[0]).toMatchObject({ label: '筹备中', value: 'planned' })
    const { body: both } = await get('programs/facets?by=status&locale=all').expect(200)
    expect(both.values[0]).toMatchObject({ labels: { en: 'Planned', zh: '筹备中' } })
    const { body } = await get('programs/facets?by=topic&locale=zh').expect(200)
    const found = Object.fromEntries(
      body.values.map(({ label, slug, value }: { label: string; slug: string; value: string }) => [
        value,
        { label, slug },
      ]),
    )
    expect(found).toEqual({
      [topics[0]!]: { label: '水', slug: 'shui' },
      [topics[1]!]: { label: null, slug: null },
      [topics[2]!]: { label: '医疗', slug: 'yi-liao' },
    })
  })

  it('are in the language of the address where none is named', async () => {
    const { body, headers } = await get('awards/archive').expect(200)
    expect(body.locale).toBe('en')
    expect(headers['content-language']).toBe('en')
    const all = await get('programs/facets?by=topic&locale=all').expect(200)
    expect(all.headers['content-language']).toBe('en, zh')
  })

  it('are the same in GraphQL, in both languages in one request', async () => {
    const query = `{
      years: archiveNewsBriefs(locale: zh) { locale years { year count counts { en zh } } }
      zh: facetsPrograms(by: topic, locale: zh) { by locale values { value label slug count counts { en zh } } }
      en: facetsPrograms(by: country, locale: en) { by locale values { value label count counts { en zh } } }
    }`
    const { body } = await request(app.app).post('/api/graphql').send({ query }).expect(200)
    expect(body).toEqual({
      data: {
        en: (await get('programs/facets?by=country&locale=en')).body,
        years: (await get('news-briefs/archive?locale=zh')).body,
        zh: (await get('programs/facets?by=topic&locale=zh')).body,
      },
    })
  })

  it.each([
    ['programs/facets?locale=zh', 'by', 'topic'],
    ['programs/facets?by=title', 'by', 'status'],
    ['programs/facets?by=__proto__', 'by', 'status'],
    ['programs/facets?by=topic&by=status', 'by', 'once'],
    ['programs/facets?by=topic&locale=fr', 'locale', 'zh'],
    ['news-briefs/archive?locale=zh&year=2019', 'year', 'locale'],
    ['news-briefs/archive?where[year][equals]=2019', 'where', 'locale'],
  ])('are refused when asked wrongly: %s', async (path, field, hint) => {
    const { body } = await get(path).expect(400)
    expect(body.errors[0]).toMatchObject({ field })
    expect(body.errors[0].message).toContain(hint)
  })
})
