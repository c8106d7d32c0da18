import type { FeedsOptions } from '@qiao/feeds'

import type { NewsBrief } from '../generated/payload-types.ts'
import { day } from '../delivery/dates.ts'

/** News briefs that tell of an occasion with a date. */
export const events: FeedsOptions['calendars'][string] = {
  collection: 'news-briefs',
  eventOf: (doc) => {
    const { city, eventEnd, eventStart, summary, title, venue } = doc as NewsBrief
    const start = day(eventStart)
    if (start === null) return null
    return {
      description: summary ?? '',
      end: day(eventEnd),
      location: [venue, city].filter(Boolean).join(', '),
      start,
      title,
    }
  },
  select: { city: true, eventEnd: true, eventStart: true, summary: true, title: true, venue: true },
  sort: '-newsDate',
  where: {
    and: [{ eventStart: { exists: true } }, { kind: { not_in: ['announcement', 'publication'] } }],
  },
}
