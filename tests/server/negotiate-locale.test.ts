import { describe, expect, it } from 'vitest'

import { negotiateLocale } from '../../src/server/negotiate-locale.ts'

const answer = (acceptLanguage: string | undefined, locales = ['en', 'zh']) =>
  negotiateLocale({ acceptLanguage, defaultLocale: 'en', locales })

describe('the language of a reader', () => {
  it.each([
    ['zh', 'zh'],
    ['ZH-cn', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.4, zh;q=0.5', 'zh'],
    ['fr-CH, fr;q=0.9, zh;q=0.3', 'zh'],
    ['zh;q=0.5, en;q=0.5', 'zh'],
    ['zh-x-private', 'zh'],
    [' zh ; q=1.000 , en', 'zh'],
    ['de, *;q=0.5', 'en'],
    ['en;q=0, *', 'zh'],
    ['*, en;q=0', 'zh'],
  ])('that asks for %s is %s', (header, locale) => {
    expect(answer(header)).toBe(locale)
  })

  it.each([
    [undefined],
    [''],
    ['fr, de;q=0.5'],
    ['zh;q=0'],
    ['zh;q=2'],
    ['zh;q=abc'],
    ['zh_CN'],
    [';;;,,,'],
    ['zhongwenhenchang'],
    ['\u0000zh'],
    ['*;q=0'],
    [`${'zh-'.repeat(5000)}!`],
  ])('is the default one where nothing fits: %j', (header) => {
    expect(answer(header)).toBe('en')
  })

  it('is found among longer names, never by a part of one', () => {
    expect(answer('zh-Hans-CN', ['en', 'zh-Hans'])).toBe('zh-Hans')
    expect(answer('zh', ['en', 'zh-Hans'])).toBe('en')
    expect(answer('zho', ['en', 'zh'])).toBe('en')
  })

  it('is found in linear time in whatever a header may hold', () => {
    const started = performance.now()
    answer('a-'.repeat(8000))
    answer('zh;q=0.1,'.repeat(1700))
    answer(`${' '.repeat(15_000)}zh`)
    expect(performance.now() - started).toBeLessThan(250)
  })
})
