import type { Where } from 'payload'
import { expect, test } from 'vitest'

import { simplifyFilter } from '../../src/database/mongodb/simplify-filter.ts'

const listed: Where = { deletedAt: { exists: false } }
const published: Where = { '_status.zh': { equals: 'published' } }

test('says once what rules and Payload say of the trash', () => {
  const where: Where = { and: [{ and: [published, listed] }, listed] }
  expect(simplifyFilter(where)).toEqual({ and: [published, { deletedAt: { equals: null } }] })
})

test('leaves a choice what it is, and simplifies within it', () => {
  const where: Where = {
    or: [{ and: [published] }, { AND: [listed, listed] }],
    year: { equals: 2024 },
  }
  expect(simplifyFilter(where)).toEqual({
    and: [{ or: [published, { deletedAt: { equals: null } }] }, { year: { equals: 2024 } }],
  })
})

test('keeps what is in the trash apart, and other fields that have no value', () => {
  const where: Where = { and: [{ deletedAt: { exists: true } }, { cover: { exists: false } }] }
  expect(simplifyFilter(where)).toEqual(where)
})

test('of no condition makes none', () => {
  expect(simplifyFilter({})).toEqual({})
  expect(simplifyFilter({ and: [] })).toEqual({})
})
