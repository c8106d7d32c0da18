import { describe, expect, it } from 'vitest'

import { createBoundedStore } from '../../src/server/graphql/bounded-store.ts'

const store = (bounds: { bytes: number; entries: number }) =>
  createBoundedStore<string>({ ...bounds, sizeOf: ({ length }) => length })

describe('a bounded store', () => {
  it('keeps no more entries than it may, and those that were used last', () => {
    const kept = store({ bytes: 100, entries: 2 })
    kept.set('a', '1')
    kept.set('b', '2')
    expect(kept.get('a')).toBe('1')
    kept.set('c', '3')
    expect(['a', 'b', 'c'].map(kept.get)).toEqual(['1', undefined, '3'])
  })

  it('keeps no more bytes than it may', () => {
    const kept = store({ bytes: 10, entries: 100 })
    kept.set('a', '12345')
    kept.set('b', '12345')
    kept.set('c', '1')
    expect(['a', 'b', 'c'].map(kept.get)).toEqual([undefined, '12345', '1'])
  })

  it('counts what is replaced only once, and leaves what is too large alone', () => {
    const kept = store({ bytes: 10, entries: 100 })
    for (const text of ['12345', '123456', '1234567']) kept.set('a', text)
    kept.set('b', '123')
    kept.set('c', '12345678901')
    expect(['a', 'b', 'c'].map(kept.get)).toEqual(['1234567', '123', undefined])
  })
})
