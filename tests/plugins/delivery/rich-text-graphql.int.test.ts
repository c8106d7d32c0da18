import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { countReads } from '../../support/count-reads.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'
import { block, element, link, text, textOf } from './rich-text-parts.ts'

type Locale = 'en' | 'zh'

let app: Awaited<ReturnType<typeof startTestApp>>
const ids: Record<string, string> = {}

beforeAll(async () => {
  app = await startTestApp({ hasCache: false })
  const { payload } = app
  for (const locale of ['en', 'zh'] as const) {
    await payload.updateGlobal({
      data: {
        siteName: 'Qiao',
        urlPatterns: { newsBriefs: `https://example.org/${locale}/news/{slug}` },
      },
      locale,
      slug: 'organization',
    })
  }
  ids.picture = await upload('lake')
  ids.hidden = await upload('secret')
  ids.both = await brief('both', 'both')
  await publish('news-briefs', { id: ids.both, locale: 'zh', title: '两种语言' })
  // Withdrawn in Chinese: what was written there stays in the database.
  ids.english = await brief('english', 'english')
  await publish('news-briefs', { id: ids.english, locale: 'zh', title: '已撤回' })
  await payload.update({
    collection: 'news-briefs',
    data: { _status: 'draft' },
    id: ids.english,
    locale: 'zh',
  })
  ids.trashed = await brief('trashed', 'trashed')
  await payload.update({
    collection: 'news-briefs',
    data: { deletedAt: new Date().toISOString() },
    id: ids.trashed,
  })
  ids.story = await story('A story')
})

afterAll(() => app.stop())

const upload = async (name: string): Promise<string> => {
  const data = await sharp({
    create: { background: '#246', channels: 3, height: 900, width: 1200 },
  })
    .jpeg()
    .toBuffer()
  const { id } = await app.payload.create({
    collection: 'media',
    data: { alt: `A ${name}` },
    file: { data, mimetype: 'image/jpeg', name: `${name}.jpg`, size: data.length },
    locale: 'en',
  })
  await app.payload.update({
    collection: 'media',
    data: { alt: `${name}的照片` },
    id,
    locale: 'zh',
  })
  return id
}

const brief = async (title: string, slug: string): Promise<string> => {
  const { id } = await app.payload.create({
    collection: 'news-briefs',
    data: {
      _status: 'published',
      body: bodyFor('x'),
      newsDate: '2020-01-01',
      slug,
      title,
    } as never,
    locale: 'en',
  })
  return id
}

const bodyFor = (words: string, ...more: unknown[]) =>
  textOf(element('paragraph', { children: [text(words)] }), ...more)

const publish = (
  collection: 'news-briefs' | 'stories',
  { id, locale, ...data }: { [field: string]: unknown; id: string; locale: Locale },
) =>
  app.payload.update({
    collection: collection as 'stories',
    data: { _status: 'published', body: bodyFor('正文'), ...data } as never,
    id,
    locale,
  })

const toBrief = (name: string) =>
  link({ doc: { relationTo: 'news-briefs', value: ids[name]! }, linkType: 'internal' }, name)

const bodyOfStory = () =>
  textOf(
    element('paragraph', { children: ['both', 'english', 'trashed'].map(toBrief) }),
    block('image', { caption: 'At the lake', image: ids.picture }),
  )

const story = async (title: string): Promise<string> => {
  const { id } = await app.payload.create({
    collection: 'stories',
    data: { _status: 'published', body: bodyOfStory(), kind: 'success', title } as never,
    locale: 'en',
  })
  await publish('stories', { body: bodyOfStory(), id, locale: 'zh', title: `故事 ${title}` })
  return id
}

const ask = async (query: string) => {
  const { body } = await request(app.app).post('/api/graphql').send({ query }).expect(200)
  expect(body.errors).toBeUndefined()
  return body.data
}

describe('a rich text in GraphQL', () => {
  it('comes as JSON, HTML and text, in both languages in one request', async () => {
    const { en, zh } = await ask(`{
      en: Story(id: "${ids.story}", locale: en) { body { json(depth: 0) html text } }
      zh: Story(id: "${ids.story}", locale: zh) { body { json(depth: 1) html text } }
    }`)
    expect(en.body.json).toMatchObject({ root: { type: 'root' } })
    expect(en.body.text).toBe('bothenglishtrashed\n\nAt the lake')
    expect(en.body.html).toContain(
      '<p><a href="https://example.org/en/news/both">both</a><a href="https://example.org/en/news/english">english</a>trashed</p>',
    )
    expect(en.body.html).toMatch(
      /<img alt="A lake" [^>]*src="http:\/\/[^"]+\/api\/media\/file\/lake\.jpg" srcset="[^"]+ 320w, [^"]+ 640w, [^"]+ 1200w" width="1200" \/>/,
    )
    expect(zh.body.html).toMatch(
      /<p><a href="https:\/\/example.org\/zh\/news\/[\w-]+">both<\/a>englishtrashed<\/p>/,
    )
    expect(zh.body.html).toContain('alt="lake的照片"')
    const links = zh.body.json.root.children[0].children
    expect(links[0].fields.doc.value.title).toBe('两种语言')
    // Not published in Chinese: the bare id.
    expect(links[1].fields.doc.value).toBe(ids.english)
  })

  it('is in the language of its document, in a relation that was asked for in another one too', async () => {
    const { payload } = app
    const program = await payload.create({
      collection: 'programs',
      data: { _status: 'published', kind: 'program', need: bodyOfStory(), title: 'Trees' } as never,
      locale: 'en',
    })
    await payload.update({
      collection: 'programs',
      data: { _status: 'published', need: bodyOfStory(), title: '树' } as never,
      id: program.id,
      locale: 'zh',
    })
    await payload.update({
      collection: 'stories',
      data: { programs: [program.id] },
      id: ids.story!,
    })
    const { Story } = await ask(`{ Story(id: "${ids.story}", locale: en) {
      programs { need { html } }
      inChinese: programs(locale: zh) { need { html } stories { docs { body { html } } } }
    } }`)
    expect(Story.programs[0].need.html).toContain('/en/news/both"')
    expect(Story.inChinese[0].need.html).toContain('/zh/news/')
    expect(Story.inChinese[0].need.html).not.toContain('/en/news/')
    expect(Story.inChinese[0].stories.docs[0].body.html).toContain('/zh/news/')
  })

  it('leads an editor, too, only to what is published', async () => {
    const editor = await signIn({ payload: app.payload, role: 'editor' })
    const query = `{ Story(id: "${ids.story}", locale: zh) { body { html } } }`
    const { body } = await request(app.app).post('/api/graphql').set(editor).send({ query })
    expect(body.data.Story.body.html).toMatch(/>both<\/a>englishtrashed<\/p>/)
  })

  it('shows no picture to readers that lies in the trash, and none of its words', async () => {
    const { payload } = app
    const { id } = await payload.create({
      collection: 'stories',
      data: {
        _status: 'published',
        body: bodyFor('now', block('image', { caption: 'Secret', image: ids.hidden })),
        kind: 'success',
        title: 'Shown',
      } as never,
      locale: 'en',
    })
    const query = `{ Story(id: "${id}", locale: en) { body { html text } } }`
    expect((await ask(query)).Story.body.html).toContain('alt="A secret"')
    await payload.update({
      collection: 'media',
      data: { deletedAt: new Date().toISOString() },
      id: ids.hidden!,
    })
    expect((await ask(query)).Story.body).toEqual({ html: '<p>now</p>', text: 'now' })
  })

  it('is found in rows, too', async () => {
    await app.payload.update({
      collection: 'stories',
      data: { interview: [{ answer: bodyOfStory(), question: 'Why?' }] } as never,
      id: ids.story!,
      locale: 'zh',
    })
    const { Story } = await ask(
      `{ Story(id: "${ids.story}", locale: zh) { interview { answer { html text } } } }`,
    )
    expect(Story.interview[0].answer.html).toContain('/zh/news/')
  })

  it('is empty where nothing is written, and can be selected', async () => {
    const { payload } = app
    const { id } = await payload.create({
      collection: 'programs',
      data: { _status: 'published', kind: 'program', title: 'Empty' },
      locale: 'en',
    })
    const { Program, Stories } = await ask(`{
      Program(id: "${id}", locale: en) { need { html text } }
      Stories(locale: en, select: true, limit: 1, sort: "createdAt") { docs { body { text } } }
    }`)
    expect(Program.need).toBeNull()
    expect(Stories.docs[0].body.text).toContain('At the lake')
  })

  it('asks the database no more often for many documents than for one', async () => {
    const list = (limit: number) =>
      countReads(app.payload, () =>
        ask(`{ Stories(locale: zh, limit: ${limit}) { docs { body { html text } } } }`),
      )
    const one = await list(1)
    for (const name of ['two', 'three', 'four', 'five']) await story(name)
    const many = await list(5)
    expect(many).toEqual(one)
    expect(one.filter((each) => /news-briefs|media|organization/.test(each))).toHaveLength(3)
  })
})
