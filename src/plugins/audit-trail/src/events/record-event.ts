import type { PayloadRequest } from 'payload'

import type { AuditEvent } from '../model/entry.ts'
import { inboxSlug } from '../model/slugs.ts'
import type { AuditTrailOptions } from '../options.ts'

type Person = Record<string, unknown> & { collection?: string; id?: number | string }

export type EventData = Pick<AuditEvent, 'action'> &
  Partial<Pick<AuditEvent, 'document' | 'fields' | 'locale' | 'target' | 'title'>> & {
    /** @default who is signed in */
    person?: null | Person
  }

/** Writes an event in the transaction of the request, so that what it tells of and the event exist together or not. */
export const recordEvent = async ({
  data: { action, person, ...about },
  options,
  req,
}: {
  data: EventData
  options: Pick<AuditTrailOptions, 'clientAddress'>
  req: PayloadRequest
}): Promise<void> => {
  const who = person === undefined ? (req.user as null | Person) : person
  const event: AuditEvent = {
    action,
    at: new Date().toISOString(),
    document: about.document ?? null,
    fields: about.fields ?? [],
    ip: options.clientAddress?.(req) ?? null,
    locale: about.locale ?? null,
    target: about.target ?? null,
    title: clean(about.title),
    userAgent: clean(req.headers.get('user-agent')),
    userCollection: who?.collection ?? null,
    userId: who?.id === undefined ? null : String(who.id),
    userName: nameOf(who),
  }
  await req.payload.db.create({ collection: inboxSlug, data: { event, place: nextPlace() }, req })
}

const nameOf = (person: null | Person | undefined): null | string =>
  [person?.name, person?.label, person?.title, person?.email, person?.username]
    .map(clean)
    .find((name) => name !== null) ?? null

/** Only what every database gives back unchanged: another text would be another hash. */
const clean = (text: unknown): null | string => {
  if (typeof text !== 'string' || text === '') return null
  return text
    .slice(0, 300)
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\u{FFFD}')
}

let last = 0

/** Microseconds, more with each event of this process, so that events of one moment keep their order. */
const nextPlace = (): number => {
  last = Math.max(last + 1, Date.now() * 1000)
  return last
}
