import type { Payload } from 'payload'

import { paragraph } from '../../support/rich-text.ts'

/** One document of each collection in English with every field that JSON-LD is made of. Answers collections and slugs. */
export const writeFullDocuments = async (
  payload: Payload,
): Promise<{ collection: string; slug: string }[]> => {
  const published = { _status: 'published' } as const
  const day = (date: string) => ({ date, precision: 'day' as const })
  const contact = (visibility: 'internal' | 'public', name: string) => ({
    email: `${visibility}@example.org`,
    name,
    phone: '+86 10 1234',
    position: 'Press',
    visibility,
  })
  const contacts = [contact('public', 'Open Office'), contact('internal', 'Closed Office')]
  const write = async (collection: string, data: object) => {
    const written = await payload.create({
      collection: collection as 'stories',
      data: { ...published, ...data } as never,
      locale: 'en',
    })
    return { collection, id: written.id, slug: written.slug! }
  }
  const funder = await write('partner-profiles', { kind: ['foundation'], name: 'Full Foundation' })
  const partner = await write('partner-profiles', {
    accreditations: [
      {
        authority: 'An authority',
        since: { date: '2001-01-01', precision: 'year' },
        title: 'A standing',
        until: '2030-01-01',
      },
    ],
    acronym: 'FULL',
    city: 'Ulm',
    contacts,
    country: 'DE',
    founded: { date: '1990-05-01', precision: 'month' },
    kind: ['academia'],
    name: 'Full Partner',
    networks: [{ network: funder.id, role: 'member' }],
    registrations: [{ authority: 'A register', kind: 'registration', number: 'R 1' }],
    socialLinks: [{ platform: 'weibo', url: 'https://weibo.com/full' }],
    websites: [{ url: 'https://full.example.org' }, { url: 'https://full.example.net' }],
  })
  const parent = await write('programs', { kind: 'program', title: 'Full parent' })
  const program = await write('programs', {
    contacts,
    donation: {
      accepting: true,
      intermediary: partner.id,
      tiers: [{ amount: 100, currency: 'EUR', outcome: 'A book' }],
      url: 'https://full.example.org/donate',
    },
    end: day('2024-12-31'),
    iatiIdentifier: 'XM-FULL-1',
    kind: 'project',
    locations: [{ country: 'CN', name: 'A village', province: 'CN-YN' }],
    need: paragraph('What is needed.'),
    parent: parent.id,
    partners: [
      { partner: partner.id, role: 'lead' },
      { partner: funder.id, role: 'funder' },
    ],
    sdgs: ['4'],
    start: day('2020-01-01'),
    title: 'Full program',
  })
  const people = [
    { affiliation: 'A school', name: 'Ada Alone', position: 'Teacher' },
    { name: 'Ben Bound', partner: partner.id, position: 'Director' },
  ]
  const brief = await write('news-briefs', {
    body: paragraph('What happened.'),
    city: 'Kunming',
    country: 'CN',
    eventEnd: '2021-05-04',
    eventStart: '2021-05-03',
    kind: 'conference',
    newsDate: '2021-05-05',
    participations: (['organiser', 'host', 'funder', 'supporter', 'attendee'] as const).map(
      (role) => ({ partner: partner.id, role }),
    ),
    programs: [program.id],
    sources: [{ publisher: 'A paper', title: 'A report', url: 'https://paper.example.org/1' }],
    speakers: people,
    title: 'Full brief',
    venue: 'A hall',
  })
  const story = await write('stories', {
    authors: [{ name: 'Cam Author' }],
    interview: [{ answer: paragraph('Because.'), question: 'Why?' }],
    kind: 'interview',
    origin: { date: '2020-02-02', publisher: 'A magazine', url: 'https://magazine.example.org/1' },
    partners: [partner.id],
    people,
    programs: [program.id],
    title: 'Full story',
  })
  const award = await write('awards', {
    awardedBy: 'An authority',
    awardingPartner: funder.id,
    date: day('2020-03-03'),
    grade: '5A',
    kind: 'rating',
    recipient: { relationTo: 'programs', value: program.id },
    title: 'Full rating',
    validUntil: '2025-03-03',
    year: 2020,
  })
  const honour = await write('awards', {
    awardedBy: 'Nobody known',
    kind: 'award',
    title: 'Full honour without a recipient',
    year: 2021,
  })
  return [funder, partner, parent, program, brief, story, award, honour]
}
