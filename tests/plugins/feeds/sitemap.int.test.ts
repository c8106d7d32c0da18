import { feeds } from '@qiao/feeds'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { root } from '../../support/conventions/repository.ts'
import { startDemoApp } from '../../support/demo-app.ts'
import { askFeed, faultsOfXml } from './ask-feed.ts'

/** That of sitemaps.org, as a package of npm brings it along. */
const schemaFile = path.join(root, 'node_modules/sitemap/schema/sitemap.xsd')

/** What a sitemap has of XHTML. */
const xhtml = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <xsd:element name="link"><xsd:complexType>
    <xsd:attribute name="rel" use="required" type="xsd:token"/>
    <xsd:attribute name="hreflang" use="required" type="xsd:language"/>
    <xsd:attribute name="href" use="required" type="xsd:anyURI"/>
  </xsd:complexType></xsd:element>
</xsd:schema>`

const schemas = [
  `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="other-0.xsd"/>
    <xsd:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="other-1.xsd"/>
  </xsd:schema>`,
  readFileSync(schemaFile, 'utf8'),
  xhtml,
]

let app: Awaited<ReturnType<typeof startDemoApp>>

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://api.qiao.example'
  app = await startDemoApp()
}, 240_000)

afterAll(() => app.stop())

const addressesIn = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)

/** The sitemaps that the index names, as paths. */
const sitemaps = async (): Promise<string[]> =>
  addressesIn((await askFeed(app.app, '/sitemap.xml')).text).map((url) => new URL(url).pathname)

const bodyOf = async (answer: ReturnType<ReturnType<typeof feeds>>): Promise<string> => {
  const found = await answer
  return 'body' in found ? String(found.body) : ''
}

describe('the sitemap', () => {
  it('is valid by the schema of sitemaps.org, and lists each page once', async () => {
    expect(existsSync(schemaFile)).toBe(true)
    const pages: string[] = []
    for (const each of await sitemaps()) {
      const { headers, text } = await askFeed(app.app, each)
      expect(headers['content-type']).toBe('application/xml; charset=utf-8')
      expect(await faultsOfXml(text, schemas)).toEqual([])
      pages.push(...addressesIn(text))
    }
    expect(new Set(pages).size).toBe(pages.length)
    const published = await Promise.all(
      (['awards', 'news-briefs', 'partner-profiles', 'programs', 'stories'] as const).flatMap(
        (collection) =>
          (['en', 'zh'] as const).map((locale) =>
            app.payload.count({
              collection,
              locale,
              where: { _status: { equals: 'published' } },
            }),
          ),
      ),
    )
    expect(pages).toHaveLength(published.reduce((sum, { totalDocs }) => sum + totalDocs, 0))
  })

  it('finds a fault where there is one', async () => {
    const { text } = await askFeed(app.app, '/sitemaps/en/stories/1.xml')
    expect(await faultsOfXml(text.replaceAll('<lastmod>', '<lastmod>x'), schemas)).not.toEqual([])
    expect(await faultsOfXml(text.replace('hreflang="zh-Hans"', ''), schemas)).not.toEqual([])
  })

  it('tells of each page its languages, itself among them, and when it was last published', async () => {
    const { text } = await askFeed(app.app, '/sitemaps/zh/news-briefs/1.xml')
    const entries = text.split('<url>').slice(1)
    const entry = entries.find((each) => each.includes('fu-shou-er-kao-cha'))!
    expect(entry).toContain(
      'hreflang="en" href="https://www.qiao.example/en/news/study-tour-seoul-2019"',
    )
    expect(entry).toContain('hreflang="zh-Hans" href="https://www.qiao.example/zh/news/fu-shou')
    expect(entry).toMatch(/<lastmod>\d{4}-\d\d-\d\dT[\d:.]+Z<\/lastmod>/)
    const only = entries.find((each) => each.includes('shan-qu-xiao-zhang-zhao-mu-2022'))!
    expect(only).not.toContain('hreflang="en"')
  })

  it('has as many addresses as fit, and leaves no page out between two sitemaps', async () => {
    const { feedOptions } = await import('../../../src/feeds.ts')
    const whole = addressesIn((await askFeed(app.app, '/sitemaps/en/news-briefs/1.xml')).text)
    const answer = feeds({ ...feedOptions, mostUrls: 2 }, app.payload)
    const index = addressesIn(await bodyOf(answer('/sitemap.xml')))
    const own = index.filter((address) => address.includes('/en/news-briefs/'))
    expect(own).toHaveLength(Math.ceil(whole.length / 2))
    const pages: string[] = []
    for (const address of own) {
      const found = addressesIn(await bodyOf(answer(new URL(address).pathname)))
      expect(found.length).toBeLessThanOrEqual(2)
      pages.push(...found)
    }
    expect(pages).toEqual(whole)
    const next = `/sitemaps/en/news-briefs/${own.length + 1}.xml`
    await expect(answer(next)).rejects.toMatchObject({ status: 404 })
  })

  it('leaves out what the website has no pages for', async () => {
    const { urlPatterns } = await app.payload.findGlobal({ locale: 'zh', slug: 'organization' })
    const data = { urlPatterns: { ...urlPatterns, awards: null } }
    await app.payload.updateGlobal({ data, locale: 'zh', slug: 'organization' })
    expect(await sitemaps()).not.toContain('/sitemaps/zh/awards/1.xml')
    expect((await askFeed(app.app, '/sitemaps/zh/awards/1.xml')).status).toBe(404)
    const english = await askFeed(app.app, '/sitemaps/en/awards/1.xml')
    expect(english.text).not.toContain('zh-Hans')
    // A feed still tells of it; it has the whole text, and no page to lead to.
    const [entry] = JSON.parse((await askFeed(app.app, '/feeds/zh/awards.json')).text).items
    expect(entry.url).toBeUndefined()
    expect(entry.content_html).toMatch(/^<p>/)
  })

  it('is named in robots.txt', async () => {
    const { headers, text } = await askFeed(app.app, '/robots.txt')
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(text).toContain('Sitemap: https://api.qiao.example/sitemap.xml\n')
    expect(text).toContain('User-agent: *\nDisallow: /admin\n')
  })
})

describe('wrong options', () => {
  it.each([
    [{ mostUrls: 50_001 }, 'mostUrls'],
    [{ mostUrls: 0 }, 'mostUrls'],
    [{ languages: { fr: 'fr' } }, '"languages" names "fr"'],
    [{ groups: { tags: { title: () => '', titleField: 'a' } } }, '"groups" names "tags"'],
  ])('%j are refused at the start', async (wrong, says) => {
    const { feedOptions } = await import('../../../src/feeds.ts')
    expect(() => feeds({ ...feedOptions, ...wrong }, app.payload)).toThrow(says)
  })
})
