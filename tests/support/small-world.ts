import type { Payload } from 'payload'

import { paragraph } from './rich-text.ts'

export type SmallWorld = Record<
  'brief' | 'other' | 'partner' | 'program' | 'story' | 'topic',
  string
>

/** A document or two of several collections, published in both languages; the brief and the story belong to the program. */
export const buildSmallWorld = async (payload: Payload): Promise<SmallWorld> => {
  const write = async (collection: string, data: Record<string, unknown>, titles = ['title']) => {
    const inLocale = (locale: 'en' | 'zh', id?: string) => {
      const texts = Object.fromEntries(titles.map((name) => [name, `${collection} ${locale}`]))
      const options = {
        collection: collection as 'topics',
        data: { ...data, ...texts } as never,
        locale,
      }
      return id === undefined ? payload.create(options) : payload.update({ ...options, id })
    }
    const { id } = await inLocale('en')
    await inLocale('zh', id)
    return id
  }
  const published = { _status: 'published' }
  const topic = await write('topics', {})
  const partner = await write('partner-profiles', { ...published, kind: ['network'] }, ['name'])
  const program = await write('programs', {
    ...published,
    kind: 'program',
    partners: [{ partner, role: 'lead' }],
    topics: [topic],
  })
  const brief = {
    ...published,
    body: paragraph(
      'A brief that is long enough to be worth the work of compressing it. '.repeat(20),
    ),
    kind: 'announcement',
    newsDate: '2021-01-01',
  }
  for (const locale of ['en', 'zh'] as const)
    await payload.updateGlobal({
      slug: 'organization',
      data: { siteName: `Site ${locale}` },
      locale,
    })
  return {
    brief: await write('news-briefs', { ...brief, programs: [program] }),
    other: await write('news-briefs', brief),
    partner,
    program,
    story: await write('stories', { ...published, kind: 'success', programs: [program] }),
    topic,
  }
}
