import ICAL from 'ical.js'
import { parseFeed } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { paragraph } from '../../support/rich-text.ts'
import { startTestApp } from '../../support/test-app.ts'
import { askFeed, faultsOfXml } from './ask-feed.ts'

/** Texts that break out of where they stand; the Chinese ones of as many bytes as a line of a calendar may have, and more. */
const texts = [
  'Ends ]]> here <![CDATA[ and there',
  '</title></entry><entry><title>another',
  '<script>alert(1)</script> &amp; &#0; &unknown;',
  'A bell \u0007, nothing \u0000, an escape \u001B[31m, no character \uFFFE\uFFFF, delete \u007F',
  'A half \uD83D of one, the other \uDE00 half, and a whole 😀',
  'RTL \u202Eright to left\u202C, مرحبا بالعالم',
  `Very long ${'桥'.repeat(5000)}`,
  '桥'.repeat(24) + '😀'.repeat(40),
  'Line\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:another',
  'Line\nATTENDEE:mailto:a@example.org\u2028X:1\u0085Y:2',
  'a;b,c\\n\\d"e:f',
  '%00 %0A <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY e "1">]> &e;',
]

let app: Awaited<ReturnType<typeof startTestApp>>

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://api.qiao.example'
  app = await startTestApp()
  const { payload } = app
  await payload.updateGlobal({
    data: {
      siteName: 'Site ]]> & <b>\u0000',
      urlPatterns: { newsBriefs: 'https://example.org/a&b/"<{slug}' },
    },
    locale: 'en',
    slug: 'organization',
  })
  for (const [index, text] of texts.entries()) {
    const topic = await payload.create({
      collection: 'topics',
      data: { title: text },
      locale: 'en',
    })
    await payload.create({
      collection: 'news-briefs',
      data: {
        _status: 'published',
        body: paragraph(text),
        city: text,
        eventStart: '2021-05-01T12:00:00.000Z',
        kind: 'event',
        newsDate: `2021-05-${String(index + 10)}`,
        slug: `hostile-${index}`,
        summary: text.slice(0, 600),
        title: text,
        topics: [topic.id],
        venue: text,
      },
      locale: 'en',
    })
  }
}, 120_000)

afterAll(() => app.stop())

/** As readers should see it, on one line. */
const shown = (text: string): string =>
  text
    .replace(/\r\n|\u2028/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim()

const expected = texts.map(shown)

describe('hostile texts', () => {
  it.each(['atom', 'rss'])('are shown as they are by %s, and break nothing', async (format) => {
    const { status, text } = await askFeed(app.app, `/feeds/en/news-briefs.${format}`)
    expect(status).toBe(200)
    expect(await faultsOfXml(text)).toEqual([])
    const feed = parseFeed(text)
    expect(feed?.items.map(({ title }) => title).toSorted()).toEqual(expected.toSorted())
  })

  it('are shown as they are by JSON Feed, their HTML made harmless', async () => {
    const { text } = await askFeed(app.app, '/feeds/en/news-briefs.json')
    const { items } = JSON.parse(text)
    const titles = items.map(({ title }: { title: string }) => title)
    expect(titles.toSorted()).toEqual(expected.toSorted())
    for (const { content_html: html } of items) expect(html).not.toMatch(/<script|<entry/)
    const tags = items.flatMap((item: { tags: string[] }) => item.tags)
    expect(tags.toSorted()).toEqual(expected.toSorted())
  })

  it('are one event each in the calendar, in lines as long as they may be', async () => {
    const { status, text } = await askFeed(app.app, '/calendar/en/events.ics')
    expect(status).toBe(200)
    const calendar = new ICAL.Component(ICAL.parse(text))
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
    expect(events.map(({ summary }) => summary).toSorted()).toEqual(expected.toSorted())
    expect(events.every(({ attendees }) => attendees.length === 0)).toBe(true)
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\u0000-\u0008\u000A-\u001F]/)
    }
  })

  it('leave the sitemap with one address for each document', async () => {
    const { text } = await askFeed(app.app, '/sitemaps/en/news-briefs/1.xml')
    expect(await faultsOfXml(text)).toEqual([])
    const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)
    expect(addresses.toSorted()).toEqual(
      texts.map((_, index) => `https://example.org/a&amp;b/%22%3Chostile-${index}`).toSorted(),
    )
  })
})
