import { anything, createAnswerStore } from '@qiao/read-cache'
import { describe, expect, it } from 'vitest'

const open = (bytes = 100_000) => {
  const store = createAnswerStore<{ text: string }>({ bytes })
  const put = (key: string, tags: string[], { begunAt = store.now(), size = 100 } = {}) =>
    store.put({ begunAt, key, size, tags: new Set(tags), value: { text: key } })
  const kept = (...keys: string[]) => keys.filter((key) => store.get(key))
  return { kept, put, store }
}

describe('the store of answers', () => {
  it('drops what was made from what was written, and nothing else', () => {
    const { kept, put, store } = open()
    put('list', ['briefs'])
    put('one', ['briefs:1'])
    put('two', ['briefs:2'])
    put('programs', ['programs', 'topics:1'])
    store.drop({ slugs: [], tags: ['briefs', 'briefs:1'] })
    expect(kept('list', 'one', 'two', 'programs')).toEqual(['two', 'programs'])
    store.drop({ slugs: ['briefs'], tags: [] })
    expect(kept('two', 'programs')).toEqual(['programs'])
    store.drop(anything)
    expect(store.size()).toEqual({ bytes: 0, entries: 0 })
  })

  it('does not keep what was begun before something it was made from was dropped', () => {
    const { kept, put, store } = open()
    const begunAt = store.now()
    store.drop({ slugs: [], tags: ['briefs', 'briefs:1'] })
    expect(put('one', ['briefs:1'], { begunAt })).toBe(false)
    expect(put('two', ['briefs:2'], { begunAt })).toBe(true)
    store.drop({ slugs: ['programs'], tags: [] })
    expect(put('three', ['programs:3'], { begunAt })).toBe(false)
    store.drop(anything)
    expect(put('four', ['topics:4'], { begunAt })).toBe(false)
    expect(kept('one', 'two', 'three', 'four')).toEqual([])
  })

  it('spares lists to which the document neither belonged nor belongs', () => {
    const { kept, put, store } = open()
    const list = (kind: string) => `briefs?[{"field":"kind","values":["${kind}"]}]`
    const keys = ['visits', 'events', 'all', 'other']
    const fill = () => {
      put('visits', [list('visit')])
      put('events', [list('event')])
      put('all', ['briefs'])
      put('other', ['programs?[{"field":"kind","values":["visit"]}]'])
    }
    const drop = (...states: (null | object)[]) => {
      const documents = [{ slug: 'briefs', states: states as never }]
      store.drop({ documents, slugs: [], tags: ['briefs', 'briefs:1'] })
    }
    fill()
    expect(store.statesOf('briefs')).toEqual(['kind'])
    expect(store.statesOf('topics')).toEqual([])
    drop(null, { kind: 'conference' })
    expect(kept(...keys)).toEqual(['visits', 'events', 'other'])
    drop({ kind: 'conference' }, { kind: 'visit' })
    expect(kept(...keys)).toEqual(['events', 'other'])
    fill()
    drop({ kind: 'event' }, null)
    expect(kept(...keys)).toEqual(['visits', 'other'])
    fill()
    store.drop({ documents: [{ slug: 'briefs' }], slugs: [], tags: ['briefs'] })
    expect(kept(...keys)).toEqual(['other'])
    fill()
    store.drop({ slugs: ['briefs'], tags: [] })
    expect(kept(...keys)).toEqual(['other'])
    expect(store.statesOf('briefs')).toEqual([])
    const begunAt = store.now()
    drop({ kind: 'event' }, { kind: 'event' })
    expect(put('visits', [list('visit')], { begunAt })).toBe(true)
    expect(put('events', [list('event')], { begunAt })).toBe(false)
    drop({}, {})
    expect(kept('visits')).toEqual([])
  })

  it('does not keep what was begun before all drops that it remembers', () => {
    const { put, store } = open()
    const begunAt = store.now()
    for (let drop = 0; drop < 5000; drop++) store.drop({ slugs: [], tags: ['other'] })
    expect(put('one', ['briefs:1'], { begunAt })).toBe(false)
    expect(put('one', ['briefs:1'])).toBe(true)
  })

  it('stays within its bytes, also when answers grow', () => {
    const { put, store } = open(10_000)
    for (let number = 0; number < 1000; number++) {
      put(`key ${number}`, ['briefs'], { size: 300 })
      const value = store.get(`key ${number}`)!
      store.grow(`key ${number}`, value, 600)
      expect(store.size().bytes).toBeLessThanOrEqual(10_000)
    }
    expect(store.size().entries).toBeGreaterThan(5)
    expect(put('huge', ['briefs'], { size: 5000 })).toBe(true)
    expect(store.get('huge')).toBeUndefined()
  })

  it('keeps what is asked again, however many other questions come', () => {
    const { kept, put } = open(10_000)
    put('known', ['briefs'])
    expect(kept('known')).toEqual(['known'])
    for (let number = 0; number < 10_000; number++) put(`nonsense ${number}`, ['briefs'])
    expect(kept('known')).toEqual(['known'])
  })

  it('drops what was asked often as well as what was asked once', () => {
    const { kept, put, store } = open()
    put('often', ['briefs'])
    kept('often', 'often')
    put('once', ['briefs'])
    store.drop({ slugs: [], tags: ['briefs'] })
    expect(kept('often', 'once')).toEqual([])
    put('often', ['programs'])
    kept('often')
    store.grow('often', store.get('often')!, 200)
    store.drop({ slugs: [], tags: ['programs'] })
    expect(kept('often')).toEqual([])
  })
})
