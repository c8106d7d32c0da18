import ical from 'ical-generator'
import type { PayloadRequest } from 'payload'

import { cleanLine, cleanText } from '../clean-text.ts'
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
  const updates =
    ids.length > 0
      ? await options.lastPublishedAt({ collection, ids, locale, req })
      : new Map<string, string>()
  const name = cleanLine(site.name) || new URL(req.payload.config.serverURL).host
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
    const modifiedAt = new Date(updates.get(id) ?? publishedAt)
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
      // Not the time of this answer: the same events are the same bytes.
      stamp: modifiedAt,
      start,
      summary: cleanLine(event.title),
      ...(url ? { url: new URL(url).href } : {}),
    })
  }
  return written.toString()
}

const oneDay = 24 * 60 * 60 * 1000

const dayOf = (day: string): Date | null => {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? null : date
}
