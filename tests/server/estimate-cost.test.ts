import { readFileSync } from 'node:fs'

import { buildSchema, getIntrospectionQuery, parse } from 'graphql'
import { describe, expect, it } from 'vitest'

import { estimateCost } from '../../src/server/graphql/estimate-cost.ts'

const schema = buildSchema(
  readFileSync(new URL('../../src/generated/schema.graphql', import.meta.url), 'utf8'),
)
const costOf = (text: string, variables: Record<string, unknown> = {}) =>
  estimateCost({ document: parse(text), schema, variables })
const contentOf = (...asked: Parameters<typeof costOf>) => costOf(...asked).content

describe('what an answer is expected to hold', () => {
  it('is what the formula says', () => {
    expect(contentOf('{ Programs(limit: 20) { docs { title partners { role } } } }')).toBe(161)
  })

  it('counts a list by its limit, constant or variable', () => {
    const fixed = contentOf('{ Topics(limit: 7) { docs { title } } }')
    expect(fixed).toBe(1 + 7 * 2)
    const query = 'query ($n: Int = 7) { Topics(limit: $n) { docs { title } } }'
    expect(contentOf(query)).toBe(fixed)
    expect(contentOf(query, { n: 70 })).toBe(1 + 70 * 2)
  })

  it('takes ten where no limit is given, and a thousand where there is none', () => {
    expect(contentOf('{ Topics { docs { title } } }')).toBe(1 + 10 * 2)
    expect(contentOf('query ($n: Int) { Topics(limit: $n) { docs { title } } }')).toBe(1 + 10 * 2)
    for (const all of ['limit: 0', 'limit: -1', 'pagination: false']) {
      expect(contentOf(`{ Topics(${all}) { docs { title } } }`), all).toBe(1 + 1000 * 2)
    }
    const query = 'query ($all: Boolean) { Topics(pagination: $all) { docs { title } } }'
    expect(contentOf(query, { all: false })).toBe(1 + 1000 * 2)
    expect(
      contentOf('{ Programs(limit: 2) { docs { briefs(limit: 0, count: true) { totalDocs } } } }'),
    ).toBe(1 + 2 * 2)
  })

  it('multiplies joins by their limit', () => {
    const query = '{ Program(id: "1") { briefs(limit: 30) { docs { title } } } }'
    expect(contentOf(query)).toBe(1 + 1 + 30 * 2)
  })

  it('counts a fragment each time it is spread, and computes it once', () => {
    const one = 'fragment f on Topics { docs { title } }'
    expect(contentOf(`{ Topics { ...f ...f } } ${one}`)).toBe(1 + 10 * 4)
    const levels = Array.from(
      { length: 100 },
      (_, i) => `fragment f${i} on Topics { ...f${i + 1} ...f${i + 1} }`,
    )
    const bomb = `{ Topics { ...f0 } } ${levels.join(' ')} fragment f100 on Topics { totalDocs }`
    expect(contentOf(bomb)).toBe(1 + 10 * 2 ** 100)
  })

  it('is far below the limit for a page of a website, and far above for lists within lists', () => {
    const page = `query ($limit: Int) {
      en: Programs(locale: en, limit: $limit) { docs { ...card } }
      zh: Programs(locale: zh, limit: $limit) { docs { ...card } }
    }
    fragment card on Program {
      title slug summary publishedAt cover { url alt width height } topics { title slug }
      partners { role partner { name slug } } briefs(limit: 3) { docs { title slug newsDate } }
    }`
    expect(contentOf(page, { limit: 12 })).toBeLessThan(2500)
    expect(contentOf('{ NewsBriefs(limit: 10000) { docs { slug updatedAt } } }')).toBeLessThan(
      50_000,
    )
    const bomb = `{ Programs(limit: 100) { docs { briefs(limit: 100) { docs { programs { briefs(limit: 100) {
      docs { title } } } } } } } }`
    expect(contentOf(bomb)).toBeGreaterThan(10_000_000)
  })

  it('counts the schema by what there is of it, apart from the content', () => {
    const standard = costOf(getIntrospectionQuery())
    expect(standard.content).toBe(0)
    const twice = costOf('{ a: __schema { types { name } } b: __schema { types { name } } }')
    const types = Object.keys(schema.getTypeMap()).length
    expect(twice).toEqual({ content: 0, introspection: 2 * (1 + 1 * (1 + types * 1)) })
    expect(costOf('{ __schema { types { fields { type { fields { name } } } } } }')).toMatchObject({
      content: 0,
    })
  })

  it('knows nothing of fields and types that there are not, and fails on none', () => {
    expect(
      contentOf('{ nothing { at { all } } ... on Nothing { a } ...f } fragment f on No { a }'),
    ).toBe(5)
  })
})
