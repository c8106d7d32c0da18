import type { FlattenedField, Where } from 'payload'
import { describe, expect, it } from 'vitest'

import { conditionsOfWhere, mayBelong } from '../../../src/plugins/read-cache/src/filters.ts'

// Only what is read of fields.
const fields = [
  { name: 'kind', type: 'select' },
  { name: 'year', type: 'number' },
  { name: 'slug', localized: true, type: 'text' },
  { name: '_status', localized: true, type: 'select' },
  { hasMany: true, name: 'topics', relationTo: 'topics', type: 'relationship' },
  { name: 'recipient', relationTo: ['partners', 'programs'], type: 'relationship' },
  { name: 'accepting', type: 'checkbox' },
  { name: 'newsDate', type: 'date' },
] as unknown as FlattenedField[]

const conditions = (where: unknown, locale: string | undefined = 'en') =>
  conditionsOfWhere({
    fields,
    isLanguage: (name) => ['en', 'zh'].includes(name),
    locale,
    where: where as Where,
  })

describe('what a document has to hold to belong to a list', () => {
  it.each([
    ['equals', { kind: { equals: 'Visit' } }, [{ field: 'kind', values: ['visit'] }]],
    ['in', { topics: { in: ['a', 'b'] } }, [{ field: 'topics', values: ['a', 'b'] }]],
    [
      'a number however it is written',
      { year: { equals: '2021.0' } },
      [{ field: 'year', values: ['2021'] }],
    ],
    [
      'in the language that is read',
      { _status: { equals: 'published' } },
      [{ field: '_status', locale: 'en', values: ['published'] }],
    ],
    [
      'in a language that is named',
      { 'slug.zh': { equals: 'x' } },
      [{ field: 'slug', locale: 'zh', values: ['x'] }],
    ],
    [
      'all of several',
      { AND: [{ kind: { equals: 'visit' } }, { and: [{ year: { equals: 2021 } }] }] },
      [
        { field: 'kind', values: ['visit'] },
        { field: 'year', values: ['2021'] },
      ],
    ],
  ])('%s', (_, where, expected) => {
    expect(conditions(where)).toEqual(expected)
  })

  it.each([
    ['one of several', { or: [{ kind: { equals: 'visit' } }, { year: { equals: 2021 } }] }],
    ['a comparison', { year: { greater_than: 2020 } }],
    ['nothing at all', { kind: { equals: null } }],
    ['the word for it', { kind: { in: ['visit', 'null'] } }],
    ['several in one text', { topics: { in: 'a,b' } }],
    ['a relation to several collections', { recipient: { equals: 'a' } }],
    [
      'what may be written in many ways',
      { accepting: { equals: 'true' }, newsDate: { equals: '2021' } },
    ],
    ['what belongs to another document', { 'topics.title': { equals: 'a' } }],
    ['a field that nobody knows', { other: { equals: 'a' } }],
  ])('is not told by %s', (_, where) => {
    expect(conditions(where)).toEqual([])
  })

  it('is not known of a text in any language', () => {
    expect(conditions({ slug: { equals: 'x' } }, 'all')).toEqual([])
    expect(
      conditionsOfWhere({
        fields,
        isLanguage: () => true,
        locale: undefined,
        where: { slug: { equals: 'x' } },
      }),
    ).toEqual([])
  })
})

describe('a document', () => {
  const visits = conditions({
    kind: { equals: 'visit' },
    slug: { equals: 'a' },
    topics: { in: ['T'] },
  })
  const state = { kind: 'visit', slug: { en: 'A', zh: 'b' }, topics: ['s', 't'] }

  it('may belong to a list whose conditions it meets', () => {
    expect(mayBelong(state, visits)).toBe(true)
  })

  it.each([
    ['another value', { kind: 'event' }],
    ['none', { kind: null }],
    ['it in another language only', { slug: { en: 'b', zh: 'a' } }],
    ['nothing in this language', { slug: { zh: 'a' } }],
    ['none of them', { topics: [] }],
  ])('does not belong to one of which it holds %s', (_, other) => {
    expect(mayBelong({ ...state, ...other }, visits)).toBe(false)
  })

  it('does not belong to any when it is not there', () => {
    expect(mayBelong(null, [])).toBe(false)
  })

  it('may belong to one when it is not known what it holds, or what that means', () => {
    expect(mayBelong({}, visits)).toBe(true)
    expect(mayBelong({ ...state, kind: undefined }, visits)).toBe(true)
    expect(mayBelong({ ...state, topics: [{ id: 'x' }] }, visits)).toBe(true)
    expect(mayBelong({ ...state, slug: 'a' }, visits)).toBe(true)
  })
})
