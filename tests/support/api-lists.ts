import type { CollectionSlug, Payload, Where } from 'payload'

import { documentId } from './fill-content.ts'

export type ApiList = {
  /** What is read, for people. */
  name: string
  read: (payload: Payload) => Promise<unknown>
}

type Content = Extract<
  CollectionSlug,
  'awards' | 'news-briefs' | 'partner-profiles' | 'programs' | 'stories'
>

const relation = documentId(1)

/** For each collection the filters by a plain value, and those by the id of a related document. */
const filters: Record<Content, Record<string, Where>> = {
  awards: {
    'of one program': { programs: { equals: relation } },
    'of one topic': { topics: { equals: relation } },
    'of one year': { year: { equals: 2022 } },
  },
  'news-briefs': {
    'of one kind': { kind: { equals: 'member' } },
    'of one partner': { 'participations.partner': { equals: relation } },
    'of one program': { programs: { equals: relation } },
    'of one topic': { topics: { equals: relation } },
    'of one year': { year: { equals: 2022 } },
  },
  'partner-profiles': {
    'of one kind': { kind: { equals: 'member' } },
    'of one topic': { topics: { equals: relation } },
  },
  programs: {
    'of one kind': { kind: { equals: 'member' } },
    'of one partner': { 'partners.partner': { equals: relation } },
    'of one program': { parent: { equals: relation } },
    'of one topic': { topics: { equals: relation } },
  },
  stories: {
    'of one kind': { kind: { equals: 'member' } },
    'of one partner': { partners: { equals: relation } },
    'of one program': { programs: { equals: relation } },
    'of one topic': { topics: { equals: relation } },
  },
}

/** The five collections of content with the lists that websites and the admin UI ask for. */
export const apiLists = (): { collection: Content; lists: ApiList[] }[] =>
  (Object.keys(filters) as Content[]).map((collection) => ({
    collection,
    lists: [...publicLists(collection), ...staffLists(collection)],
  }))

const publicLists = (collection: Content): ApiList[] => {
  const lists: Record<string, { page?: number; sort?: string; where?: Where }> = {
    'in the usual order': {},
    'sorted by time of creation': { sort: '-createdAt' },
    'the tenth page': { page: 10 },
    'with one slug': { where: { slug: { equals: 'en-000004' } } },
    ...Object.fromEntries(
      Object.entries(filters[collection]).map(([name, where]) => [name, { where }]),
    ),
  }
  const perLocale = Object.entries(lists).flatMap(([name, list]) =>
    (['en', 'zh'] as const).map((locale) => ({
      name: `${name}, ${locale}`,
      read: (payload: Payload) => payload.find({ ...anonymous, ...list, collection, locale }),
    })),
  )
  return [
    ...perLocale,
    {
      name: 'in the usual order, all languages',
      read: (payload) => payload.find({ ...anonymous, collection, locale: 'all' }),
    },
    {
      name: 'one document with its joins, en',
      read: (payload) =>
        payload.findByID({ ...anonymous, collection, id: documentId(3), locale: 'en' }),
    },
  ]
}

const anonymous = {
  depth: 0,
  fallbackLocale: false,
  limit: 10,
  overrideAccess: false,
} as const

/** What the admin UI shows: the latest versions in the usual order, and the versions of one document. */
const staffLists = (collection: Content): ApiList[] => [
  ...([1, 10] as const).map((page) => ({
    name: `drafts, page ${page}`,
    read: (payload: Payload) => payload.find({ ...staff, collection, draft: true, page }),
  })),
  {
    name: 'drafts sorted by time of change',
    read: (payload) => payload.find({ ...staff, collection, draft: true, sort: '-updatedAt' }),
  },
  {
    name: 'versions of one document',
    read: (payload) =>
      payload.findVersions({
        ...staff,
        collection,
        sort: '-updatedAt',
        where: { parent: { equals: documentId(4) } },
      }),
  },
]

const staff = { depth: 0, limit: 10, locale: 'en', overrideAccess: true } as const
