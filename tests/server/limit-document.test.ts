import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'

import { limitDocument } from '../../src/server/graphql/limit-document.ts'

const check = (text: string, limits?: Parameters<typeof limitDocument>[1]) =>
  limitDocument(parse(text), limits)?.message

describe('the size of a document', () => {
  it('may be that of a list with its details', () => {
    expect(check('{ a { b { c d } } ...f } fragment f on Q { e { g } }')).toBeUndefined()
  })

  it('counts a fragment each time it is spread', () => {
    const text = '{ ...f ...f ...f } fragment f on Q { a b }'
    expect(check(text, { fields: 6 })).toBeUndefined()
    expect(check(text, { fields: 5 })).toContain('too many fields')
  })

  it('counts aliases inside fragments', () => {
    const text = '{ ...f ...f } fragment f on Q { x: a }'
    expect(check(text, { aliases: 1 })).toContain('aliases')
  })

  it('counts depth through fragments', () => {
    const text = '{ a { ...f } } fragment f on Q { b { c } }'
    expect(check(text, { depth: 3 })).toBeUndefined()
    expect(check(text, { depth: 2 })).toContain('too deeply')
  })

  it('is an error when a fragment spreads itself, used or not', () => {
    expect(check('{ a } fragment f on Q { ...g } fragment g on Q { b { ...f } }')).toContain(
      'spreads itself',
    )
  })
})
