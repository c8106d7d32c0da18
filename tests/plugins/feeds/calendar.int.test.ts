import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'
import { askFeed } from './ask-feed.ts'

let app: Awaited<ReturnType<typeof startDemoApp>>

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://api.qiao.example'
  app = await startDemoApp()
}, 240_000)

afterAll(() => app.stop())

const eventsIn = async (locale: string): Promise<ICAL.Event[]> => {
  const { headers, text } = await askFeed(app.app, `/calendar/${locale}/events.ics`)
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}

const event = (events: ICAL.Event[], title: string): ICAL.Event =>
  events.find(({ summary }) => summary === title)!

describe('the calendar', () => {
  it('has whole days, from the first to the one after the last', async () => {
    const tour = event(await eventsIn('zh'), '赴首尔考察学习：韩国民间组织如何开展海外援助')
    expect(tour.startDate.isDate).toBe(true)
    expect(tour.startDate.toString()).toBe('2019-06-30')
    expect(tour.endDate.toString()).toBe('2019-07-06')
  })

  it('ends an event of one day on the day after', async () => {
    const seminar = event(await eventsIn('zh'), '中日韩三国政府与民间组织共话发展合作')
    expect(seminar.startDate.toString()).toBe('2019-07-04')
    expect(seminar.endDate.toString()).toBe('2019-07-05')
  })

  it('tells place, text, page and times in its language', async () => {
    const { component, description, location, uid } = event(
      await eventsIn('zh'),
      '赴首尔考察学习：韩国民间组织如何开展海外援助',
    )
    expect(location).toBe('首尔')
    expect(description).toContain('首尔')
    expect(component.getFirstPropertyValue('url')).toMatch(
      /^https:\/\/www\.qiao\.example\/zh\/news\//,
    )
    expect(uid).toMatch(/^[\da-f-]{36}$/)
    expect(component.getFirstPropertyValue('last-modified')).toBeTruthy()
  })

  it('has no announcements and publications, and nothing without a date', async () => {
    const { docs } = await app.payload.find({
      collection: 'news-briefs',
      limit: 0,
      locale: 'en',
      where: { _status: { equals: 'published' } },
    })
    const gatherings = docs.filter(
      ({ eventStart, kind }) => eventStart && kind !== 'announcement' && kind !== 'publication',
    )
    const events = await eventsIn('en')
    expect(events.map(({ summary }) => summary).toSorted()).toEqual(
      gatherings.map(({ title }) => title).toSorted(),
    )
    expect(events.length).toBeLessThan(docs.length)
  })

  it('numbers what has become of an event, in this language, ever higher', async () => {
    const title = 'Study tour to Seoul: how Korean NGOs work abroad'
    const sequenceOf = (events: ICAL.Event[], name: string): number => event(events, name).sequence
    const before = sequenceOf(await eventsIn('en'), title)
    const inChinese = await eventsIn('zh')
    expect(before).toBeGreaterThan(0)
    const { docs } = await app.payload.find({
      collection: 'news-briefs',
      locale: 'en',
      where: { title: { equals: title } },
    })
    // The numbers are seconds.
    vi.useFakeTimers({ now: Date.now() + 5000, toFake: ['Date'] })
    const data = { _status: 'published', venue: 'Another place' } as const
    await app.payload.update({ collection: 'news-briefs', data, id: docs[0]!.id, locale: 'en' })
    vi.useRealTimers()
    expect(sequenceOf(await eventsIn('en'), title)).toBeGreaterThan(before)
    expect((await eventsIn('zh')).map(({ sequence }) => sequence)).toEqual(
      inChinese.map(({ sequence }) => sequence),
    )
  })

  it('is the same bytes when nothing has changed', async () => {
    const { text } = await askFeed(app.app, '/calendar/en/events.ics')
    expect((await askFeed(app.app, '/calendar/en/events.ics')).text).toBe(text)
  })
})
