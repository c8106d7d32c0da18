import { cleanText } from '@qiao/delivery'
import ical from 'ical-generator'
import type { PayloadRequest } from 'payload'

import { cleanLine } from '../clean-line.ts'
import { entryId } from '../entries/entry.ts'
import type { Calendar, CompleteOptions } from '../options.ts'
import { readDocuments } from '../read-documents.ts'

export const calendarType = 'text/calendar; charset=utf-8'

/** The events of one language as iCalendar (RFC 5545): whole days, without a time zone. A fixed number of queries. */
export const writeCalendar = async ({
  calendar: { collection, eventOf, select, sort, where },
  locale,
  options,
  req,
}: {
  calendar: Calendar
  locale: string
  options: CompleteOptions
  req: PayloadRequest
}): Promise<string> => {
  const site = await options.site({ locale, req })
  const docs = await readDocuments({
    collection,
    limit: options.mostEvents,
    locale,
    req,
    select: { ...select, createdAt: true, publishedAt: true, slug: true, updatedAt: true },
    sort: [sort],
    where: [where],
  })
  const ids = docs.map(({ id }) => String(id))
  const { payload } = req
  const updates =
    ids.length > 0
      ? await options.pages.changedAt({ collection, ids, locale, payload })
      : new Map<string, string>()
  const name = cleanLine(site.name) || new URL(payload.config.serverURL).host
  const language = options.languages[locale] ?? locale
  const written = ical({
    name,
    prodId: { company: 'Qiao', language: language.toUpperCase(), product: 'Feeds' },
  })
  for (const doc of docs) {
    const event = eventOf(doc)
    const start = event && dayOf(event.start)
    if (!start) continue
    const id = String(doc.id)
    const publishedAt = new Date(String(doc.publishedAt ?? doc.createdAt))
    const changedAt = updates?.get(id)
    const modifiedAt = new Date(changedAt ?? publishedAt)
    const last = event.end === null ? start : (dayOf(event.end) ?? start)
    const slug = typeof doc.slug === 'string' ? doc.slug : ''
    const url = slug ? site.pageUrl({ collection, locale, slug }) : null
    const location = cleanLine(event.location)
    const description = cleanText(event.description).trim()
    written.createEvent({
      allDay: true,
      created: publishedAt,
      ...(description ? { description } : {}),
      // The day after the last one, as the format has it.
      end: new Date((last < start ? start : last).getTime() + oneDay),
      id: entryId([collection, id, locale]),
      lastModified: modifiedAt,
      ...(location ? { location } : {}),
      ...(changedAt === undefined ? {} : { sequence: sequenceAt(modifiedAt) }),
      // Not the time of this answer: the same events are the same bytes.
      stamp: modifiedAt,
      start,
      summary: cleanLine(event.title),
      ...(url ? { url: new URL(url).href } : {}),
    })
  }
  return written.toString()
}

/**
 * A number that grows when an event changes, as RFC 5545 wants it, made of what is kept and only ever grows itself: when
 * readers last saw something else. Seconds, from 2020 on, fit into its 31 bits until 2088.
 */
const sequenceAt = (changedAt: Date): number =>
  Math.max(0, Math.floor((changedAt.getTime() - Date.UTC(2020)) / 1000))

const oneDay = 24 * 60 * 60 * 1000

const dayOf = (day: string): Date | null => {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? null : date
}
