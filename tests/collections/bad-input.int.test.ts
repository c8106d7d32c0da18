import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { signIn } from '../support/sign-in.ts'
import { startTestApp } from '../support/test-app.ts'

type FieldError = { message: string; path: string }

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }

beforeAll(async () => {
  app = await startTestApp()
  await signIn({ payload: app.payload, role: 'admin' })
  editor = await signIn({ payload: app.payload, role: 'editor' })
})

afterAll(() => app.stop())

const publish = async ({
  collection,
  data,
  language = 'en',
}: {
  collection: string
  data: Record<string, unknown>
  language?: string
}): Promise<FieldError[]> => {
  const response = await request(app.app)
    .post(`/api/${collection}?locale=${language}`)
    .set({ ...editor, 'Accept-Language': language })
    .send({ _status: 'published', ...data })
  expect(response.status).toBe(400)
  return response.body.errors[0].data.errors
}

const program = (data: Record<string, unknown>) => ({
  collection: 'programs',
  data: { kind: 'program', title: 'Program', ...data },
})

const tier = (data: Record<string, unknown>) =>
  program({
    donation: {
      accepting: true,
      tiers: [{ amount: 10, currency: 'USD', outcome: 'Ten seats', ...data }],
    },
  })

describe('an editor is told, at the field and in their language, about', () => {
  it.each([
    [
      'an event that ends before it starts',
      {
        collection: 'news-briefs',
        data: {
          eventEnd: '2019-06-29',
          eventStart: '2019-06-30',
          kind: 'study-tour',
          newsDate: '2019-07-05',
          title: 'Tour',
        },
      },
      'eventEnd',
      /before the start/,
      /早于开始/,
    ],
    [
      'a program that ends before it starts',
      program({ end: { date: '2007-01-01' }, start: { date: '2008-01-01' } }),
      'end.date',
      /before the start/,
      /早于开始/,
    ],
    ['a negative gift', tier({ amount: -5 }), 'donation.tiers.0.amount', /above zero/, /大于零/],
    [
      'an unknown currency',
      tier({ currency: 'XYZ' }),
      'donation.tiers.0.currency',
      /ISO 4217/,
      /货币/,
    ],
    [
      'a figure without a date',
      program({ figures: [{ metric: 'Principals', value: 219 }] }),
      'figures.0.asOf.date',
      /required/,
      /必填|必需|必须/,
    ],
    [
      'an unknown country',
      program({ locations: [{ country: 'ZZ' }] }),
      'locations.0.country',
      /ISO 3166-1/,
      /国家代码/,
    ],
    [
      'a province of another country',
      program({ locations: [{ country: 'KR', province: 'CN-YN' }] }),
      'locations.0.province',
      /does not lie/,
      /不属于/,
    ],
    [
      'an unknown province',
      program({ locations: [{ country: 'CN', province: 'CN-ZZ' }] }),
      'locations.0.province',
      /ISO 3166-2/,
      /ISO 3166-2/,
    ],
    [
      'a link that would run a script',
      program({ donation: { accepting: true, url: 'javascript:alert(1)' } }),
      'donation.url',
      /web address/,
      /网址/,
    ],
    [
      'a year that cannot be',
      { collection: 'awards', data: { awardedBy: 'X', title: 'Award', year: 20077 } },
      'year',
      /between 1900/,
      /1900/,
    ],
  ])('%s', async (_what, input, path, english, chinese) => {
    const inEnglish = await publish({ ...input, language: 'en' })
    expect(inEnglish.find((error) => error.path === path)?.message).toMatch(english)
    const inChinese = await publish({ ...input, language: 'zh' })
    expect(inChinese.find((error) => error.path === path)?.message).toMatch(chinese)
  })

  it('a video from a host that is not allowed', async () => {
    const block = {
      type: 'block',
      fields: { blockType: 'embed', id: '1', title: 'Video', url: 'https://evil.example/v' },
      format: '',
      version: 2,
    }
    const body = {
      root: {
        type: 'root',
        children: [block],
        direction: 'ltr',
        format: '',
        indent: 0,
        version: 1,
      },
    }
    const errors = await publish({
      collection: 'stories',
      data: { body, kind: 'feature', title: 'Video' },
    })
    expect(JSON.stringify(errors)).toContain('cannot be embedded')
  })

  it('every wrong field at once, and nothing is saved', async () => {
    const before = await app.payload.count({ collection: 'programs' })
    const errors = await publish(
      program({ figures: [{ value: 1 }], locations: [{ country: 'ZZ' }], title: '' }),
    )
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'figures.0.metric', 'locations.0.country']),
    )
    expect(await app.payload.count({ collection: 'programs' })).toEqual(before)
  })
})
