import { describe, expect, it } from 'vitest'

import { isWebAddress } from '../../src/fields/url.ts'
import { isAllowedEmbed } from '../../src/rich-text/blocks/embed.ts'

describe('a web address', () => {
  it.each(['https://example.org', 'http://例子.中国/页面?a=1'])('may be %s', (url) => {
    expect(isWebAddress(url)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'example.org',
    '//example.org',
    'data:text/html,x',
    'ftp://a.b',
    '',
  ])('is not %s', (url) => {
    expect(isWebAddress(url)).toBe(false)
  })
})

describe('an embedded video', () => {
  it.each(['https://www.bilibili.com/video/BV1', 'https://youtu.be/x'])(
    'may come from %s',
    (url) => {
      expect(isAllowedEmbed(url)).toBe(true)
    },
  )

  it.each([
    'http://www.bilibili.com/video/BV1',
    'https://www.bilibili.com.evil.example/video',
    'https://evil.example/www.bilibili.com',
    'https://www.youtube.com@evil.example/',
    'https://www.youtube.com:8443/watch',
    'not a url',
  ])('is refused from %s', (url) => {
    expect(isAllowedEmbed(url)).toBe(false)
  })
})
