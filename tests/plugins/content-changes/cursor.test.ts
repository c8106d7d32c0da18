import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readCursor, writeCursor } from '../../../src/plugins/content-changes/src/changes/cursor.ts'

const epoch = '6a1f3ab2-1111-4222-8333-0123456789ab'
const about = ['stories', 'zh']

describe('a cursor', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e12 }), fc.nat({ max: 1e12 }), (place, sync) => {
        const cursor = { epoch, place, sync }
        expect(readCursor(writeCursor(cursor, about), about)).toEqual(cursor)
      }),
    )
  })

  it('is one of another question when something else is asked', () => {
    const text = writeCursor({ epoch, place: 1, sync: 1 }, about)
    expect(readCursor(text, ['stories', undefined])).toBe('other')
    expect(readCursor(text, [undefined, 'zh'])).toBe('other')
  })

  it('is nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(readCursor(text, about)).toBeUndefined()
      }),
    )
    const encode = (text: string) => Buffer.from(text).toString('base64url')
    for (const place of ['-1', '01', '1e3', '1.5', '1000000000000000', '99999999999999999', ' 1'])
      expect(readCursor(encode(`1.${epoch}.${place}.0.abcdefgh`), about), place).toBeUndefined()
  })
})
