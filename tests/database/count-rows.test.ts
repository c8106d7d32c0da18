import { expect, test } from 'vitest'

import { countRows } from '../../src/database/sqlite/reads/count-rows.ts'

const texts =
  'left join "a_locales" on ("a"."id" = "a_locales"."_parent_id" and "a_locales"."_locale" = ?) '

test('documents with the texts of one language are counted by their rows', () => {
  const sql = `select COUNT(1) OVER() from "a" ${texts}where "a_locales"."_status" is ? group by "a"."id" limit ?`
  expect(countRows({ args: ['zh', 'published', 1], sql })).toEqual({
    args: ['zh', 'published'],
    sql: `select count(*) from "a" ${texts}where "a_locales"."_status" is ? `,
  })
})

test.each([
  ['several values', 'left join "a_rels" on "a"."id" = "a_rels"."parent_id" '],
  ['all languages', 'left join "a_locales" on "a"."id" = "a_locales"."_parent_id" '],
  ['texts and several values', `${texts}left join "a_kind" on "a"."id" = "a_kind"."parent_id" `],
])('documents with %s may have more rows than one', (_, joins) => {
  const sql = `select COUNT(1) OVER() from "a" ${joins}where "a"."year" = ? group by "a"."id" limit ?`
  const statement = { args: [2024, 1], sql }
  expect(countRows(statement)).toBe(statement)
})
