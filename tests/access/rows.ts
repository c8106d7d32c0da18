import type { Payload } from 'payload'

import { randomUUID } from 'node:crypto'
import sharp from 'sharp'

import { paragraph } from '../support/rich-text.ts'

type Data = Record<string, unknown>

/** How a collection is tried: what its documents are made of, and what GraphQL calls it. */
export type Row = {
  /** All that its documents need; in Chinese where it is localized. */
  data: () => Data
  graphql?: { plural: string; singular: string }
  /** Two values of something that all languages share; `undefined` when there is nothing like it. */
  shared?: (which: 0 | 1) => Data
  /** A text of one language; `undefined` when it has none. */
  text?: (value: string) => Data
}

const titled = (more: Data) => () => ({ ...more, title: `标题 ${randomUUID()}` })
const title = (value: string): Data => ({ title: value })

export const rows: Record<string, Row> = {
  'api-keys': {
    data: () => ({ name: 'Website', scope: 'published' }),
    shared: (which) => ({ name: `Website ${which}` }),
  },
  'audit-trail': {
    data: () => ({
      action: 'created',
      at: new Date().toISOString(),
      hash: randomUUID(),
      previousHash: 'none',
      seq: Math.ceil(1e9 * (1 + Math.random())),
    }),
  },
  'audit-trail-head': {
    data: () => ({ hash: 'none', key: randomUUID(), seq: 1 }),
  },
  'audit-trail-inbox': {
    data: () => ({ event: {}, place: 0 }),
  },
  awards: {
    data: titled({ awardedBy: '民政部', kind: 'award', year: 2015 }),
    graphql: { plural: 'Awards', singular: 'Award' },
    shared: (which) => ({ year: 2016 + which }),
    text: title,
  },
  media: {
    data: () => ({ alt: '图片' }),
    graphql: { plural: 'allMedia', singular: 'Media' },
    shared: (which) => ({ credit: `Photographer ${which}` }),
    text: (value) => ({ alt: value }),
  },
  'news-briefs': {
    data: titled({ body: paragraph('正文'), kind: 'event', newsDate: '2019-05-01T12:00:00.000Z' }),
    graphql: { plural: 'NewsBriefs', singular: 'NewsBrief' },
    shared: (which) => ({ newsDate: `2020-05-0${1 + which}T12:00:00.000Z` }),
    text: title,
  },
  'partner-profiles': {
    data: () => ({ kind: ['network'], name: `机构 ${randomUUID()}` }),
    graphql: { plural: 'PartnerProfiles', singular: 'PartnerProfile' },
    shared: (which) => ({ acronym: `ABC${which}` }),
    text: (value) => ({ name: value }),
  },
  programs: {
    data: titled({ kind: 'program', status: 'active' }),
    graphql: { plural: 'Programs', singular: 'Program' },
    shared: (which) => ({ iatiIdentifier: `CN-1-${which}` }),
    text: title,
  },
  'public-documents': {
    data: () => ({
      changedAt: new Date().toISOString(),
      document: 'none',
      documentCollection: 'stories',
      hash: 'none',
      key: randomUUID(),
      locale: 'en',
      place: 1,
      publishedAt: new Date().toISOString(),
      state: 'gone',
    }),
    shared: (which) => ({ slug: `none-${which}` }),
  },
  'public-documents-progress': {
    data: () => ({ key: randomUUID() }),
    shared: (which) => ({ place: 1 + which }),
  },
  'review-requests': {
    data: () => ({
      document: 'none',
      documentCollection: 'awards',
      locale: 'zh',
      slot: randomUUID(),
      state: 'open',
    }),
  },
  'scheduled-publications': {
    data: () => ({
      action: 'publish',
      at: new Date().toISOString(),
      document: 'none',
      documentCollection: 'awards',
      locale: 'zh',
      slot: randomUUID(),
      state: 'done',
    }),
  },
  'shown-uploads': {
    data: () => ({
      document: 'none',
      documentCollection: 'stories',
      key: randomUUID(),
      upload: 'none',
      uploadCollection: 'media',
    }),
    shared: (which) => ({ upload: `none-${which}` }),
  },
  'slug-claims': {
    data: () => ({
      document: 'none',
      key: randomUUID(),
      locale: 'en',
      slug: 'none',
      target: 'topics',
    }),
    shared: (which) => ({ slug: `none-${which}` }),
  },
  stories: {
    data: titled({ kind: 'success' }),
    graphql: { plural: 'Stories', singular: 'Story' },
    shared: (which) => ({ kind: which ? 'interview' : 'feature' }),
    text: title,
  },
  topics: {
    data: titled({}),
    graphql: { plural: 'Topics', singular: 'Topic' },
    text: title,
  },
  users: {
    data: () => ({
      email: `${randomUUID()}@qiao.example`,
      name: 'Somebody',
      password: randomUUID(),
      roles: ['viewer'],
    }),
    graphql: { plural: 'Users', singular: 'User' },
    shared: (which) => ({ name: `Somebody ${which}` }),
  },
  'webhook-deliveries': {
    data: () => ({
      eventAt: new Date().toISOString(),
      message: randomUUID(),
      place: 1,
      state: 'sent',
      type: 'test',
    }),
  },
  webhooks: {
    data: () => ({ name: 'Website build', url: 'https://8.8.8.8/hook' }),
    shared: (which) => ({ name: `Website build ${which}` }),
  },
}

const picture = await sharp({ create: { background: '#3a6', channels: 3, height: 9, width: 16 } })
  .png()
  .toBuffer()

/** The file of an upload, each under a name of its own. */
export const newFile = () => ({
  data: picture,
  mimetype: 'image/png',
  name: `${randomUUID()}.png`,
  size: picture.length,
})

/** Makes a document as the system itself does, public or not; answers with its id. */
export const make = async (
  payload: Payload,
  { collection, isPublished = false }: { collection: string; isPublished?: boolean },
): Promise<string> => {
  // The trail refuses to be written through any operation, the system's own included.
  if (collection.startsWith('audit-trail')) {
    const written = await payload.db.create({
      collection: collection as 'topics',
      data: rows[collection]!.data(),
    })
    return String(written.id)
  }
  const related =
    collection === 'webhook-deliveries'
      ? { webhook: await make(payload, { collection: 'webhooks' }) }
      : {}
  const hasDrafts = Boolean(payload.collections[collection as 'stories'].config.versions?.drafts)
  const status = hasDrafts ? { _status: isPublished ? 'published' : 'draft' } : {}
  const { id } = await payload.create({
    collection: collection as 'topics',
    data: { ...rows[collection]!.data(), ...related, ...status } as never,
    draft: hasDrafts && !isPublished,
    file: collection === 'media' ? newFile() : undefined,
    locale: 'zh',
  } as never)
  // Files have no status of their own: they are public in what is.
  if (collection === 'media' && isPublished) {
    const story = { ...rows.stories!.data(), _status: 'published', cover: id }
    await payload.create({ collection: 'stories', data: story as never, locale: 'zh' })
  }
  return id
}
