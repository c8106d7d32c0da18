import { describe, expect, it } from 'vitest'

import {
  describeSave,
  type Save,
} from '../../../src/plugins/audit-trail/src/events/describe-save.ts'
import { canonicalJson } from '../../../src/plugins/audit-trail/src/model/canonical-json.ts'

const save = (changes: Partial<Save>): Save => ({
  after: {},
  before: {},
  deletedAt: { after: null, before: null },
  fields: ['title'],
  isCreate: false,
  isRestoringVersion: false,
  isSavedAsPublished: false,
  locale: 'en',
  localeAction: undefined,
  rules: {},
  ...changes,
})

describe('a save is told as', () => {
  it.each<[string, Partial<Save>, string[]]>([
    ['a change', {}, ['changed en title']],
    ['a publication', { isSavedAsPublished: true }, ['published en title']],
    [
      'a creation and a publication',
      { isCreate: true, isSavedAsPublished: true },
      ['created en title', 'published en '],
    ],
    [
      'the withdrawal of each language',
      { after: { en: false, zh: false }, before: { en: true, zh: true }, fields: [] },
      ['unpublished en ', 'unpublished zh '],
    ],
    [
      'no withdrawal when a draft is put on top of what readers see',
      { after: { en: true }, before: { en: true } },
      ['changed en title'],
    ],
    [
      'no withdrawal when it is not known what readers see',
      { after: {}, before: { en: true } },
      ['changed en title'],
    ],
    [
      'a change with a name of its own, and the rest',
      { fields: ['roles', 'name'], rules: { fields: { roles: 'roles-changed' } } },
      ['roles-changed en roles', 'changed en name'],
    ],
    ['an older version brought back', { isRestoringVersion: true }, ['reverted en title']],
    [
      'a move to the trash, of the whole document',
      { deletedAt: { after: '2026-01-01', before: null }, fields: [] },
      ['trashed null '],
    ],
    [
      'what is done to a language, whatever the statuses look like',
      { fields: [], isSavedAsPublished: true, localeAction: 'revert' },
      ['reverted en '],
    ],
    ['a key made', { isCreate: true, rules: { created: 'key-created' } }, ['key-created en title']],
  ])('%s', (_, changes, expected) => {
    const told = describeSave(save(changes))
    expect(
      told.map(({ action, fields, locale }) => `${action} ${locale} ${fields.join()}`),
    ).toEqual(expected)
  })
})

it('the same value is the same text, in whatever order its parts were written', () => {
  const text = '{"a":[{"c":1,"d":null}],"b":"二"}'
  expect(canonicalJson({ a: [{ c: 1, d: null }], b: '二' })).toBe(text)
  expect(canonicalJson({ b: '二', a: [{ d: null, c: 1 }] })).toBe(text)
})
