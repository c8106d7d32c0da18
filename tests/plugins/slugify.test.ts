import { describe, expect, it } from 'vitest'

import { longestSlug, slugify } from '../../src/plugins/localized-slugs/src/slugify.ts'

describe('slugify', () => {
  it.each([
    ['The 2017 Service & Exchange Meeting', 'the-2017-service-exchange-meeting'],
    ['中国民促会', 'zhong-guo-min-cu-hui'],
    ['绿色出行网络 2007', 'lv-se-chu-xing-wang-luo-2007'],
    ['COP25 气候故事', 'cop25-qi-hou-gu-shi'],
    ['Heinrich-Böll-Stiftung’s café', 'heinrich-boll-stiftungs-cafe'],
    ['！？。', ''],
    ['', ''],
  ])('turns “%s” into “%s”', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  it('leaves a slug as it is', () => {
    expect(slugify('annual-meeting-2')).toBe('annual-meeting-2')
  })

  it('cuts long titles at a word', () => {
    const slug = slugify('capacity '.repeat(40))
    expect(slug.length).toBeLessThanOrEqual(longestSlug)
    expect(slug.endsWith('capacity')).toBe(true)
  })
})
