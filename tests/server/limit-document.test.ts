import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'

import { readEnv } from '../../src/env.ts'
import type { GraphqlLimit } from '../../src/graphql-settings.ts'
import { limitDocument, measureDocument } from '../../src/server/graphql/limit-document.ts'

const { limits: byDefault } = readEnv({}).graphql
const check = (text: string, limits: Partial<Record<GraphqlLimit, number>> = {}) =>
  limitDocument(parse(text), { ...byDefault, ...limits })?.message

/** Each fragment spreads the next one twice. */
const doubling = (levels: number): string =>
  [
    '{ ...f0 }',
    ...Array.from(
      { length: levels },
      (_, i) => `fragment f${i} on Q { ...f${i + 1} ...f${i + 1} }`,
    ),
    `fragment f${levels} on Q { a }`,
  ].join(' ')

describe('the size of a document', () => {
  it('may be that of a list with its details', () => {
    expect(check('{ a { b { c d } } ...f } fragment f on Q { e { g } }')).toBeUndefined()
  })

  it('counts a fragment each time it is spread', () => {
    const text = '{ ...f ...f ...f } fragment f on Q { a b }'
    expect(check(text, { fields: 6 })).toBeUndefined()
    expect(check(text, { fields: 5 })).toContain('asks for 6 fields')
    expect(check(text, { fragments: 3 })).toBeUndefined()
    expect(check(text, { fragments: 2 })).toContain('spreads fragments 3 times')
  })

  it('counts aliases and directives inside fragments', () => {
    const text = '{ ...f ...f } fragment f on Q { x: a @skip(if: false) }'
    expect(check(text, { aliases: 1 })).toContain('2 aliases')
    expect(check(text, { directives: 1 })).toContain('2 directives')
    expect(check(text, { aliases: 2, directives: 2 })).toBeUndefined()
  })

  it('counts directives wherever they stand', () => {
    const text = 'query q($a: Int @d) @d { ... @d { a } ...f @d } fragment f on Q @d { a }'
    expect(check(text, { directives: 4 })).toContain('5 directives')
    expect(check(text, { directives: 5 })).toBeUndefined()
  })

  it('counts depth through fragments', () => {
    const text = '{ a { ...f } } fragment f on Q { b { c } }'
    expect(check(text, { depth: 3 })).toBeUndefined()
    expect(check(text, { depth: 2 })).toContain('3 levels deep')
  })

  it('counts the questions of a request, not what they hold', () => {
    const text = '{ a { x y z } ...f ... { d } } fragment f on Q { b c }'
    expect(check(text, { rootFields: 4 })).toBeUndefined()
    expect(check(text, { rootFields: 3 })).toContain('4 questions')
  })

  it('is an error that names the limit, what was asked and the setting', () => {
    const problem = limitDocument(parse('{ a b c }'), { ...byDefault, fields: 2 })
    expect(problem?.message).toMatch(
      /3 fields.*; 2 are allowed here \(setting QIAO_GRAPHQL_FIELDS\)/,
    )
    expect(problem?.extensions).toMatchObject({
      code: 'too-many-fields',
      limit: { allowed: 2, asked: 3, name: 'fields', setting: 'QIAO_GRAPHQL_FIELDS' },
    })
  })

  it('is an error when a fragment spreads itself, used or not', () => {
    expect(check('{ a } fragment f on Q { ...g } fragment g on Q { b { ...f } }')).toContain(
      'spreads itself',
    )
  })

  it('counts spreads of a fragment that there is not, too', () => {
    const text = doubling(25).replace('fragment f25 on Q { a }', '')
    expect(check(text)).toContain('spreads fragments')
  })

  it('is measured in time linear in the length, however often fragments double', () => {
    const [few, many] = [measureDocument(parse(doubling(25))), measureDocument(parse(doubling(50)))]
    expect(few.size.fields).toBe(2 ** 25)
    expect(many.size.fields).toBe(2 ** 50)
    expect([few.steps, many.steps]).toEqual([2 * 25 + 2, 2 * 50 + 2])
  })
})
