import { parseFeed as parseWithHtmlparser } from 'htmlparser2'
import { parseJsonFeed } from 'feedsmith'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'
import { askFeed, faultsOfXml } from './ask-feed.ts'

let app: Awaited<ReturnType<typeof startDemoApp>>

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://api.qiao.example'
  app = await startDemoApp()
}, 240_000)

afterAll(() => app.stop())

const ask = (path: string) => askFeed(app.app, path)

/** The entry of a feed with this title, as XML. */
const entryOf = (xml: string, title: string): string =>
  xml.split(/<(?:entry|item)>/).find((entry) => entry.includes(`<title>${title}</title>`)) ?? ''

const collections = ['awards', 'news-briefs', 'partner-profiles', 'programs', 'stories']
const names = ['all', ...collections, 'topics/education', 'programs/visionary-education-program']

describe('feeds', () => {
  it.each(names)('of %s are well-formed and have the same entries in each format', async (name) => {
    const atom = await ask(`/feeds/en/${name}.atom`)
    const rss = await ask(`/feeds/en/${name}.rss`)
    const json = await ask(`/feeds/en/${name}.json`)
    expect(await faultsOfXml(atom.text)).toEqual([])
    expect(await faultsOfXml(rss.text)).toEqual([])
    const ofAtom = parseWithHtmlparser(atom.text)
    const ofRss = parseWithHtmlparser(rss.text)
    const { feed: ofJson } = { feed: parseJsonFeed(json.text) }
    expect(ofJson.items?.length).toBeGreaterThan(0)
    const ids = ofJson.items?.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids?.length)
    expect(ofAtom?.items.map(({ id }) => id)).toEqual(ids)
    expect(ofRss?.items.map(({ id }) => id)).toEqual(ids)
    const titles = ofJson.items?.map(({ title }) => title)
    expect(ofAtom?.items.map(({ title }) => title)).toEqual(titles)
    expect(ofRss?.items.map(({ title }) => title)).toEqual(titles)
  })

  it('say what they are, and in which language', async () => {
    const types = {
      atom: 'application/atom+xml',
      json: 'application/feed+json',
      rss: 'application/rss+xml',
    }
    for (const [format, type] of Object.entries(types)) {
      const { headers } = await ask(`/feeds/zh/stories.${format}`)
      expect(headers['content-type']).toBe(`${type}; charset=utf-8`)
      expect(headers['content-language']).toBe('zh-Hans')
      expect(headers['access-control-allow-origin']).toBe('*')
    }
  })

  it('hold all that a reader wants to know of a document, in Atom', async () => {
    const { text } = await ask('/feeds/en/stories.atom')
    expect(text).toContain('<link href="https://api.qiao.example/feeds/en/stories.atom" rel="self"')
    expect(text).toContain('<link href="https://www.qiao.example/en/stories" rel="alternate"')
    expect(text).toContain('<title>Stories · CANGO</title>')
    expect(text).toMatch(
      /<link href="https:\/\/api\.qiao\.example\/feeds\/zh\/stories\.atom" rel="alternate" [^>]*hreflang="zh-Hans"/,
    )
    const entry = entryOf(text, 'What we teach, and do not teach, about climate change')
    expect(entry).toMatch(
      /<id>urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}<\/id>/,
    )
    expect(entry).toMatch(
      /<link href="https:\/\/www\.qiao\.example\/en\/stories\/[\w-]+" rel="alternate"/,
    )
    expect(entry).toMatch(
      /<link href="https:\/\/www\.qiao\.example\/zh\/stories\/[\w-]+" rel="alternate" type="text\/html" hreflang="zh-Hans"\/>/,
    )
    expect(entry).toMatch(
      /<link href="https:\/\/api\.qiao\.example\/api\/media\/file\/demo-rain-1600x1000\.jpg" rel="enclosure" type="image\/jpeg" title="[^"]+" length="\d+"\/>/,
    )
    expect(entry).toContain('label="Education"')
    expect(entry).toContain('<content type="html">')
    expect(entry).toContain('<summary>')
  })

  it('name the authors of a story, else the publisher', async () => {
    const [story] = (
      await app.payload.find({ collection: 'stories', limit: 1, locale: 'en', sort: 'createdAt' })
    ).docs
    const changed = { authors: [{ name: 'Wang Xiaoming' }] }
    await app.payload.update({ collection: 'stories', data: changed, id: story!.id, locale: 'en' })
    const { text } = await ask('/feeds/en/stories.rss')
    expect(entryOf(text, story!.title)).toContain('<dc:creator>Wang Xiaoming</dc:creator>')
    expect(text).toContain('<dc:creator>CANGO</dc:creator>')
    const json = JSON.parse((await ask('/feeds/en/stories.json')).text)
    expect(json.authors).toEqual([{ name: 'CANGO' }])
    expect(json.items[0].authors).toEqual([{ name: 'Wang Xiaoming' }])
  })

  it('show first what was published or changed last, in this language', async () => {
    const { docs } = await app.payload.find({
      collection: 'awards',
      locale: 'zh',
      sort: 'createdAt',
    })
    const before = JSON.parse((await ask('/feeds/en/awards.json')).text).items
    const award = docs[0]!
    const data = { _status: 'published', title: '新的名称' } as const
    await app.payload.update({ collection: 'awards', data, id: award.id, locale: 'zh' })
    const [first] = JSON.parse((await ask('/feeds/zh/awards.json')).text).items
    expect(first.title).toBe('新的名称')
    expect(Date.parse(first.date_modified)).toBeGreaterThan(Date.parse(first.date_published))
    // Nothing has happened to the English text.
    expect(JSON.parse((await ask('/feeds/en/awards.json')).text).items).toEqual(before)
  })

  it('keep the id of an entry when its address changes', async () => {
    const [before] = JSON.parse((await ask('/feeds/en/programs.json')).text).items
    const { docs } = await app.payload.find({
      collection: 'programs',
      locale: 'en',
      where: { title: { equals: before.title } },
    })
    const data = { _status: 'published', slug: 'another-address' } as const
    await app.payload.update({ collection: 'programs', data, id: docs[0]!.id, locale: 'en' })
    const items: { id: string; url: string }[] = JSON.parse(
      (await ask('/feeds/en/programs.json')).text,
    ).items
    expect(items.find(({ id }) => id === before.id)?.url).toBe(
      'https://www.qiao.example/en/programs/another-address',
    )
  })

  it('hold no more than thirty entries', async () => {
    for (let number = 1; number <= 32; number += 1) {
      await app.payload.create({
        collection: 'stories',
        data: { _status: 'published', kind: 'feature', title: `Story ${number}` },
        locale: 'en',
      })
    }
    const { items } = JSON.parse((await ask('/feeds/en/all.json')).text)
    expect(items.map(({ title }: { title: string }) => title)).toEqual(
      Array.from({ length: 30 }, (_, index) => `Story ${32 - index}`),
    )
  })

  it('come in pages, each of which leads to the others and none of which lacks an entry', async () => {
    const ids: string[] = []
    let next: string | undefined = 'https://api.qiao.example/feeds/en/all.json'
    const seen: string[] = []
    while (next) {
      seen.push(next)
      const page = JSON.parse((await ask(next.replace('https://api.qiao.example', ''))).text)
      expect(page.feed_url).toBe('https://api.qiao.example/feeds/en/all.json')
      ids.push(...page.items.map(({ id }: { id: string }) => id))
      next = page.next_url
    }
    const published = await Promise.all(
      (['awards', 'news-briefs', 'partner-profiles', 'programs', 'stories'] as const).map(
        (collection) =>
          app.payload.count({
            collection,
            locale: 'en',
            where: { _status: { equals: 'published' } },
          }),
      ),
    )
    expect(new Set(ids).size).toBe(published.reduce((sum, { totalDocs }) => sum + totalDocs, 0))
    expect(ids).toHaveLength(new Set(ids).size)
    expect(seen.length).toBeGreaterThan(1)
    const rest = `/feeds/en/all.json?page=${seen.length + 1}`
    expect((await ask(rest)).status).toBe(404)
  })

  it('name their pages in Atom and RSS as RFC 5005 has it', async () => {
    for (const format of ['atom', 'rss']) {
      const address = `https://api.qiao.example/feeds/en/all.${format}`
      const first = (await ask(`/feeds/en/all.${format}`)).text
      const second = (await ask(`/feeds/en/all.${format}?page=2`)).text
      const linkTo = (href: string, rel: string) => `link href="${href}" rel="${rel}"`
      expect(first).toContain(linkTo(address, 'self'))
      expect(first).toContain(linkTo(`${address}?page=2`, 'next'))
      expect(first).not.toContain('rel="previous"')
      expect(second).toContain(linkTo(`${address}?page=2`, 'self'))
      expect(second).toContain(linkTo(address, 'previous'))
      expect(second).toContain(linkTo(address, 'first'))
      expect(await faultsOfXml(second)).toEqual([])
      if (format === 'atom') expect(second).toContain(`<id>${address}</id>`)
    }
    const short = (await ask('/feeds/en/awards.atom')).text
    expect(short).not.toMatch(/rel="(?:first|next|previous)"/)
  })

  it('are answered to HEAD with the same headers, and to nothing that writes', async () => {
    const { headers } = await ask('/feeds/en/stories.atom')
    const head = await request(app.app).head('/feeds/en/stories.atom').expect(200)
    expect(head.headers['content-length']).toBe(headers['content-length'])
    expect(head.headers['content-type']).toBe(headers['content-type'])
    const { body } = await request(app.app).post('/feeds/en/stories.atom').expect(405)
    expect(body.errors[0].code).toBe('method-not-allowed')
  })

  it.each([
    ['/feeds/fr/all.atom', 400, 'bad-request', 'one of en, zh'],
    ['/feeds/en/users.atom', 404, 'not-found', 'all, awards, news-briefs'],
    ['/feeds/en/stories.xml', 404, 'not-found', '.atom, .rss, .json'],
    ['/feeds/en/constructor.rss', 404, 'not-found', 'all, awards, news-briefs'],
    ['/feeds/en/topics/nothing.rss', 404, 'not-found', 'Nothing of “topics”'],
    ['/feeds/en/media/any.rss', 404, 'not-found', 'programs, topics'],
    ['/feeds/en/topics/%E0%A4.rss', 400, 'bad-request', 'percent escape'],
    ['/feeds/en/topics/%00.rss', 404, 'not-found', 'Nothing of “topics”'],
    ['/feeds/en/stories.atom?limit=3', 400, 'bad-request', 'one parameter, “page”'],
    ['/feeds/en/stories.atom?page=1', 400, 'bad-request', 'from 2 to 20'],
    ['/feeds/en/stories.atom?page=21', 400, 'bad-request', 'from 2 to 20'],
    ['/feeds/en/stories.atom?page=2&page=3', 400, 'bad-request', 'from 2 to 20'],
    ['/calendar/en/events.ics?page=2', 400, 'bad-request', 'no parameters'],
    ['/feeds/en/awards.atom?page=2', 404, 'not-found', 'not so many pages'],
    ['/calendar/en/stories.ics', 404, 'not-found', 'events.ics'],
    ['/calendar/de/events.ics', 400, 'bad-request', 'one of en, zh'],
    ['/sitemaps/en/stories/2.xml', 404, 'not-found', '/sitemap.xml'],
    ['/sitemaps/en/users/1.xml', 404, 'not-found', '/sitemap.xml'],
    ['/sitemap.xml/more', 404, 'not-found', '/sitemap.xml'],
  ])('%s is refused with %i', async (path, status, code, says) => {
    const answer = await ask(path)
    const { errors, requestId } = JSON.parse(answer.text)
    expect(answer.status).toBe(status)
    expect(errors).toHaveLength(1)
    expect(errors[0].code).toBe(code)
    expect(errors[0].message).toContain(says)
    expect(requestId).toBe(answer.headers['x-request-id'])
  })
})
