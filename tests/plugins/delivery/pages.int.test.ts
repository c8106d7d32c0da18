import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'
import { pageOfDelivery } from '../../support/page-of-delivery.ts'

let app: Awaited<ReturnType<typeof startDemoApp>>

beforeAll(async () => {
  app = await startDemoApp()
}, 240_000)

afterAll(() => app.stop())

const build = async (path: string): Promise<string> => {
  const { body } = await request(app.app).get(`/api/delivery/${path}`).expect(200)
  return pageOfDelivery(body)
}

const site = 'https://www.qiao.example'

/** What must stand in a page that is built of nothing but one answer. */
const pages: Record<string, string[]> = {
  'awards/certificate-of-honour-wenchuan-2008?locale=en': [
    '<html lang="en">',
    '<title>Certificate of honour for relief after the Wenchuan earthquake</title>',
    '<p>After the earthquake in Wenchuan on 12 May 2008',
    'alt="Drawing: a framed certificate with a red seal and a star"',
    `<a href="${site}/en/awards">Awards</a>`,
    `hreflang="zh-Hans" href="${site}/zh/awards/`,
    '"@type":"Certification"',
  ],
  'news-briefs/study-tour-seoul-2019?locale=en': [
    '<h1>Study tour to Seoul: how Korean NGOs work abroad</h1>',
    `<link rel="canonical" href="${site}/en/news/study-tour-seoul-2019">`,
    `<a href="${site}/en">CANGO</a> / <a href="${site}/en/news">News briefs</a>`,
    'alt="Drawing: a red arched bridge over calm water with hills behind it"',
    '"@type":"NewsArticle"',
    '"@type":"Event"',
  ],
  'programs/visionary-education-program?locale=en': [
    '<h1>Visionary Education Program</h1>',
    '<meta property="og:type" content="website">',
    '"@type":"DonateAction"',
  ],
  'programs/yuan-jian-jiao-yu-xiang-mu?locale=zh': [
    '<html lang="zh-Hans">',
    '<h1>远见教育项目</h1>',
    '<meta property="og:site_name" content="中国民促会">',
    `hreflang="en" href="${site}/en/programs/visionary-education-program"`,
    `<a href="${site}/zh/programs">项目</a>`,
    '插画：',
  ],
}

/** The same three in Chinese, found by the link that the English page has. */
const chineseOf = async (path: string): Promise<string> => {
  const { body } = await request(app.app).get(`/api/delivery/${path}`).expect(200)
  const slug = String(body.alternates['zh-Hans']).replace(/^.*\//, '')
  return `${body.collection}/${slug}?locale=zh`
}

describe('a page built of one answer', () => {
  it.each(Object.entries(pages))('%s has everything', async (path, parts) => {
    const html = await build(path)
    for (const part of parts) expect(html).toContain(part)
  })

  it.each(Object.keys(pages).filter((path) => path.endsWith('en')))(
    'is in Chinese from title to picture: %s',
    async (path) => {
      const html = await build(await chineseOf(path))
      for (const pattern of [
        /<html lang="zh-Hans">/,
        /<title>[^<]*\p{Script=Han}[^<]*<\/title>/u,
        /<meta name="description" content="[^"]*\p{Script=Han}/u,
        /<img alt="插画：/,
        /<nav [^>]*>.*中国民促会.*\p{Script=Han}<\/a><\/nav>/u,
        /<link rel="alternate" hreflang="en" href="/,
        /<p>[^<]*\p{Script=Han}/u,
        /"inLanguage":"zh-Hans"/,
      ])
        expect(html).toMatch(pattern)
    },
  )
})
