import type { DeliveryDocument } from '@qiao/delivery'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'
import { type Locale, locales } from '../../../src/localization.ts'
import { paragraph } from '../../support/rich-text.ts'

const collections = ['news-briefs', 'programs', 'stories', 'awards', 'partner-profiles'] as const

type Slug = (typeof collections)[number]

let app: Awaited<ReturnType<typeof startDemoApp>>

beforeAll(async () => {
  app = await startDemoApp()
}, 240_000)

afterAll(() => app.stop())

const site = 'https://www.qiao.example'

const ask = (path: string) => request(app.app).get(`/api/delivery/${path}`)

const page = async (path: string): Promise<DeliveryDocument> => (await ask(path).expect(200)).body

const metas = (list: { content: string; name?: string; property?: string }[]) =>
  Object.fromEntries(list.map(({ content, name, property }) => [property ?? name, content]))

/** Slugs of all that readers see, in the usual order of the collection. */
const slugsOf = async (collection: Slug, locale: Locale): Promise<string[]> => {
  const { docs } = await app.payload.find({
    collection,
    depth: 0,
    limit: 0,
    locale,
    overrideAccess: false,
    select: { slug: true },
  })
  return docs.map(({ slug }) => slug!)
}

describe.each(collections)('a page of %s', (collection) => {
  it.each(locales)('says what a website needs of every document (%s)', async (locale) => {
    const slugs = await slugsOf(collection, locale)
    expect(slugs.length).toBeGreaterThan(5)
    for (const slug of slugs) {
      const found = await page(`${collection}/${slug}?locale=${locale}`)
      const folder = { 'news-briefs': 'news', 'partner-profiles': 'partners' }[collection as string]
      const canonical = `${site}/${locale}/${folder ?? collection}/${slug}`
      expect(found).toMatchObject({ canonical, collection, locale, redirectTo: null })
      expect(found.title.length).toBeGreaterThan(1)
      expect(found.description.length).toBeLessThanOrEqual(200)
      if (locale === 'zh') expect(found.title).toMatch(/\p{Script=Han}/u)
      expect(found.alternates[locale === 'zh' ? 'zh-Hans' : 'en']).toBe(canonical)
      expect(found.alternates['x-default']).toBeDefined()
      expect(found.breadcrumbs.at(0)!.url).toBe(`${site}/${locale}`)
      expect(found.breadcrumbs.at(1)!.url).toBe(`${site}/${locale}/${folder ?? collection}`)
      expect(found.breadcrumbs.at(-1)!.url).toBe(canonical)
      expect(metas(found.openGraph)).toMatchObject({
        'og:locale': locale === 'zh' ? 'zh_CN' : 'en_US',
        'og:site_name': locale === 'zh' ? '中国民促会' : 'CANGO',
        'og:title': found.title,
        'og:url': canonical,
      })
      expect(metas(found.twitter)['twitter:title']).toBe(found.title)
      expect(Date.parse(found.publishedAt!)).toBeLessThanOrEqual(Date.parse(found.modifiedAt!))
    }
  })

  it.each(locales)(
    'leads through the archive one by one, in its usual order (%s)',
    async (locale) => {
      const slugs = await slugsOf(collection, locale)
      let slug: string | undefined = slugs[0]
      const older: string[] = []
      while (slug !== undefined) {
        older.push(slug)
        const { previous }: DeliveryDocument = await page(`${collection}/${slug}?locale=${locale}`)
        slug = previous?.slug
      }
      expect(older).toEqual(slugs)
      const newer: string[] = []
      slug = slugs.at(-1)
      while (slug !== undefined) {
        newer.unshift(slug)
        const { next }: DeliveryDocument = await page(`${collection}/${slug}?locale=${locale}`)
        slug = next?.slug
      }
      expect(newer).toEqual(slugs)
    },
  )
})

it('has its fields in one order, all of them, whatever is known', async () => {
  const names =
    'collection id locale fallbacks title description canonical alternates breadcrumbs publishedAt modifiedAt previous next image openGraph twitter jsonLd document redirectTo'
  for (const path of ['awards/best-ngo-award-2007', 'news-briefs/the-year-2021-in-figures'])
    expect(Object.keys(await page(`${path}?locale=en`)).join(' ')).toBe(names)
})

describe('the languages of a page', () => {
  it('are those that it is published in', async () => {
    const english = await page('news-briefs/giving-from-the-united-states?locale=en')
    const url = `${site}/en/news/giving-from-the-united-states`
    expect(english.alternates).toEqual({ en: url, 'x-default': url })
    expect(english.openGraph.some(({ property }) => property.endsWith(':alternate'))).toBe(false)
    const chinese = await page('news-briefs/shan-qu-xiao-zhang-zhao-mu-2022?locale=zh')
    expect(Object.keys(chinese.alternates)).toEqual(['zh-Hans', 'x-default'])
  })

  it('fall back as a whole for whoever asks, and then all of the page is in that language', async () => {
    await ask('news-briefs/giving-from-the-united-states?locale=zh').expect(404)
    const fallen = await page('news-briefs/giving-from-the-united-states?locale=zh&fallback=en')
    const english = await page('news-briefs/giving-from-the-united-states?locale=en')
    expect(fallen).toEqual(english)
  })

  it('name the fields that fell back', async () => {
    const { id } = await app.payload.create({
      collection: 'stories',
      data: { _status: 'published', kind: 'feature', slug: 'gap', summary: 'Both', title: 'Gap' },
      locale: 'en',
    })
    const data = { _status: 'published', slug: 'que-kou', summary: '', title: '缺口' } as const
    await app.payload.update({ id, collection: 'stories', data, locale: 'zh' })
    const own = await page('stories/que-kou?locale=zh')
    expect(own).toMatchObject({ description: '', fallbacks: [], locale: 'zh', title: '缺口' })
    const fallen = await page('stories/que-kou?locale=zh&fallback=en')
    expect(fallen).toMatchObject({ description: 'Both', locale: 'zh', title: '缺口' })
    expect(fallen.fallbacks).toEqual([{ locale: 'en', path: 'summary' }])
  })

  it('are told by the answer, and nothing that was only looked at counts', async () => {
    const answer = await ask('programs/visionary-education-program?locale=en').expect(200)
    expect(answer.headers['content-language']).toBe('en')
  })

  it('have their own times: saving one leaves those of the other', async () => {
    const english = 'awards/best-ngo-award-2007?locale=en'
    const before = await page(english)
    const chinese = before.alternates['zh-Hans']!.replace(/^.*\//, '')
    const chineseBefore = await page(`awards/${chinese}?locale=zh`)
    const options = { id: before.id, collection: 'awards', locale: 'zh' } as const
    await app.payload.update({ ...options, data: { summary: '草稿' }, draft: true })
    expect(await page(`awards/${chinese}?locale=zh`)).toEqual(chineseBefore)
    await app.payload.update({ ...options, data: { _status: 'published', summary: '新的摘要' } })
    const after = await page(`awards/${chinese}?locale=zh`)
    expect(Date.parse(after.modifiedAt!)).toBeGreaterThan(Date.parse(chineseBefore.modifiedAt!))
    expect(after).toMatchObject({
      description: '新的摘要',
      publishedAt: chineseBefore.publishedAt,
    })
    expect((await page(english)).modifiedAt).toBe(before.modifiedAt)
  })
})

describe('what a shared link shows', () => {
  it('is the picture made for it, with its size and what it shows in the language', async () => {
    const { image, openGraph, twitter } = await page('news-briefs/study-tour-seoul-2019?locale=en')
    expect(image).toEqual({
      alt: 'Drawing: a red arched bridge over calm water with hills behind it',
      height: 1000,
      type: 'image/jpeg',
      url: expect.stringMatching(/^http:\/\/localhost:3000\/api\/media\/file\/demo-bridge.*1600/),
      width: 1600,
    })
    expect(metas(openGraph)).toMatchObject({
      'og:image': image!.url,
      'og:image:alt': image!.alt,
      'og:image:height': '1000',
      'og:image:type': 'image/jpeg',
      'og:image:width': '1600',
    })
    expect(metas(twitter)['twitter:card']).toBe('summary_large_image')
    const { body } = await request(app.app).get(new URL(image!.url).pathname).expect(200)
    expect(body.length).toBeGreaterThan(1000)
  })

  it('is the title and the description for sharing, the beginning of the text without either', async () => {
    const text = 'A sentence that goes on. '.repeat(20)
    const make = (data: object) =>
      app.payload.create({
        collection: 'news-briefs',
        data: {
          _status: 'published',
          body: paragraph(text),
          kind: 'announcement',
          newsDate: '1999-01-01',
          title: 'Plain title',
          ...data,
        } as never,
        locale: 'en',
      })
    await make({ slug: 'plain' })
    const plain = await page('news-briefs/plain?locale=en')
    expect(plain).toMatchObject({ image: null, title: 'Plain title' })
    expect(plain.description).toMatch(/^A sentence that goes on\. .*…$/)
    expect(metas(plain.twitter)['twitter:card']).toBe('summary')
    await make({ seo: { description: 'For sharing', title: 'Shared title' }, slug: 'shared' })
    expect(await page('news-briefs/shared?locale=en')).toMatchObject({
      breadcrumbs: [{}, {}, { title: 'Plain title' }],
      description: 'For sharing',
      title: 'Shared title',
    })
  })
})

describe('the content of a page', () => {
  it('has each rich text as JSON, HTML and text, and related documents one level deep', async () => {
    const { document } = await page('news-briefs/study-tour-seoul-2019?locale=en')
    const body = document.body as { html: string; json: object; text: string }
    expect(body.html).toMatch(/^<p>.*<\/p>/s)
    expect(body.text).not.toMatch(/</)
    expect(body.json).toHaveProperty('root')
    const { participations } = document as never as { participations: { partner: object }[] }
    expect(participations[0]!.partner).toMatchObject({ name: expect.any(String) })
    expect(participations[0]!.partner).not.toHaveProperty('description')
  })

  it('has the rich texts in its rows, too', async () => {
    const { document } = await page('stories/interview-li-xiajie-gwp?locale=en')
    const { interview } = document as never as { interview: { answer: { html: string } }[] }
    expect(interview.length).toBeGreaterThan(2)
    for (const { answer } of interview) expect(answer.html).toMatch(/^<p>/)
  })

  it('is the same with GraphQL', async () => {
    const rest = await page('programs/visionary-education-program?locale=en')
    const { body } = await request(app.app)
      .post('/api/graphql')
      .send({
        query: `{ delivery(collection: programs, slug: "visionary-education-program", locale: en) {
          redirectTo { url }
          page {
            collection id locale fallbacks title description canonical
            alternates { hreflang url } breadcrumbs { title url } publishedAt modifiedAt
            previous { title slug url } next { title slug url }
            image { alt height type url width } openGraph { content property }
            twitter { content name } jsonLd document
          }
        } }`,
      })
    expect(body.errors).toBeUndefined()
    const { alternates, ...found } = body.data.delivery.page
    const map = Object.fromEntries(
      (alternates as { hreflang: string; url: string }[]).map(({ hreflang, url }) => [
        hreflang,
        url,
      ]),
    )
    expect({ ...found, alternates: map, redirectTo: null }).toEqual(rest)
  })
})
