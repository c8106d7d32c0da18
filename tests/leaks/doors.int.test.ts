import { describe, expect, it } from 'vitest'

import { change } from './build-world.ts'
import type { DocumentPlan, Step } from './plan.ts'
import { hiddenPicture, token, tokensIn } from './texts.ts'
import { openLeakTest } from './open-leak-test.ts'

const step = (kind: Step['kind'], locale: Step['locale']): Step => ({ kind, locale })

/** A partner whose Chinese is a draft, a program whose English was withdrawn, a changed brief, a story nobody may see. */
const plans: DocumentPlan[] = [
  {
    collection: 'partner-profiles',
    links: [],
    number: 0,
    states: { en: 'published', zh: 'draft' },
    steps: [step('published', 'en'), step('draft', 'zh')],
  },
  {
    collection: 'programs',
    links: [0],
    number: 1,
    states: { en: 'withdrawn', zh: 'published' },
    steps: [step('withdrawn', 'en'), step('published', 'zh'), step('withdraw', 'en')],
  },
  {
    collection: 'news-briefs',
    links: [0, 1],
    number: 2,
    states: { en: 'published', zh: 'changed' },
    steps: [step('published', 'en'), step('published', 'zh'), step('changed', 'zh')],
  },
  {
    collection: 'stories',
    links: [0, 1],
    number: 3,
    states: { en: 'draft', zh: 'not-started' },
    steps: [step('draft', 'en')],
  },
]

const leak = openLeakTest(() => plans)

const get = (path: string) => leak.client.ask({ path })

const send = (path: string, body: object, method = 'POST') =>
  leak.client.ask({
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
    method,
    path,
  })

const json = (text: string) => JSON.parse(text) as Record<string, unknown>

const bodyOf = ({ text }: { text: string }) => text.replace(/"requestId":"[^"]*"/g, '')

const graphql = async (query: string, search = '') => {
  const answer = await send(`/api/graphql${search}`, { query })
  return { ...answer, body: json(answer.text) }
}

describe('a reader, by the id of a document', () => {
  it('gets one language, also when its languages are not to be flattened', async () => {
    const { status, text } = await get(
      `/api/programs/${leak.world.ids[1]}?locale=zh&flattenLocales=false`,
    )
    expect(status).toBe(200)
    expect([...new Set(tokensIn(text))].filter((each) => each.includes('-1-en-'))).toEqual([])
    expect(json(text).title).toBe(token(1, 'zh-published'))
  })

  it.each(['en', 'zh'])('gets no text of their own in place of it (%s)', async (locale) => {
    const data = encodeURIComponent('{"name":"mine"}')
    const { status, text } = await get(
      `/api/partner-profiles/${leak.world.ids[0]}?locale=${locale}&data=${data}`,
    )
    expect(text).not.toContain('mine')
    expect(status).toBe(locale === 'en' ? 200 : 404)
    expect((await get(`/api/globals/organization?data=${data}`)).text).not.toContain('mine')
  })

  it('cannot tell a draft from what does not exist by asking for permissions', async () => {
    const ask = async (id: string) => (await send(`/api/stories/access/${id}`, {})).status
    expect(await ask(leak.world.ids[3]!)).toBe(404)
    expect(await ask(leak.world.ids[3]!.replace(/^.{8}/, 'ffffffff'))).toBe(404)
    const { body } = await graphql(
      `{ docAccessStory(id: "${leak.world.ids[3]}") { read { permission } } }`,
    )
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'not-found' } }] })
  })

  it('is told the permissions for what is public', async () => {
    expect((await send(`/api/news-briefs/access/${leak.world.ids[2]}`, {})).status).toBe(200)
    const { body } = await graphql(
      `{ docAccessNewsBrief(id: "${leak.world.ids[2]}") { read { permission } } }`,
    )
    expect(body).toEqual({ data: { docAccessNewsBrief: { read: { permission: true } } } })
  })

  it('sees the same date after a draft was given up', async () => {
    const before = await get(`/api/news-briefs/${leak.world.ids[2]}?locale=zh&depth=0`)
    await change('revert', {
      locale: 'zh',
      payload: leak.payload,
      plan: plans[2]!,
      world: leak.world,
    })
    const after = await get(`/api/news-briefs/${leak.world.ids[2]}?locale=zh&depth=0`)
    expect(after.text).toBe(before.text)
    const draft = await leak.payload.findByID({
      collection: 'news-briefs',
      draft: true,
      id: leak.world.ids[2]!,
      locale: 'zh',
    })
    expect(draft.title).toBe(token(2, 'zh-published'))
  })
})

describe('a reader is refused, when comparing', () => {
  it.each([
    ['what a relation leads to', 'news-briefs', 'where[programs][contains][title][like]=tok'],
    ['what a relation leads to, among others', 'stories', 'where[partners][in][0][name][like]=tok'],
    ['what a join holds', 'partner-profiles', 'where[stories][exists]=true'],
    ['the title of what a join holds', 'programs', 'where[stories.title][like]=tok'],
    ['the documents of a join', 'programs', 'where[briefs][contains][title][like]=tok'],
    ['the status in all languages', 'news-briefs', 'where[_status][equals]=draft&locale=all'],
    ['the state of a language', 'news-briefs', 'where[localeStates.inZh][equals]=changed'],
    ['who saved last', 'news-briefs', 'where[lastSaved.by][exists]=true'],
    ['by an operator of a database', 'news-briefs', 'where[year][$gt]=1'],
    ['by the order of a language', 'news-briefs', 'sort=localeStates.inZh'],
    ['by the order of saving', 'news-briefs', 'sort=-lastSaved.revision'],
    ['by the order of the status in all languages', 'news-briefs', 'sort=_status&locale=all'],
    ['by the order of a join', 'programs', 'sort=stories'],
    ['inside a join', 'programs', 'joins[briefs][where][localeStates.inZh][equals]=changed'],
    [
      'whom to write to, inside a join',
      'partner-profiles',
      'joins[programs][where][contacts.email][contains]=internal',
    ],
    ['by two orders inside a join', 'programs', 'joins[briefs][sort]=year,id'],
    ['by the order inside a join', 'programs', 'joins[briefs][sort]=localeStates.inZh'],
  ])('%s', async (_, slug, query) => {
    for (const door of query.startsWith('where') ? ['', '/count'] : ['']) {
      const { status, text } = await get(
        `/api/${slug}${door}?locale=zh&${query}`.replace(/locale=zh&(.*locale)/, '$1'),
      )
      expect(status, text).toBe(400)
      expect(tokensIn(text)).toEqual([])
    }
  })

  it('drafts, to change or to delete them', async () => {
    for (const method of ['PATCH', 'DELETE']) {
      for (const text of [token(3, 'en-draft'), 'nothing']) {
        const path = `/api/stories?locale=en&where[title][equals]=${text}`
        const { status } = await send(path, { title: 'mine' }, method)
        expect(status).toBe(403)
      }
    }
  })
})

describe('GraphQL', () => {
  it('gives each field of the root its language, down to what it refers to', async () => {
    const fields = 'docs { participations { partner { name } } programs { title } }'
    const { body } = await graphql(
      `{ en: NewsBriefs(locale: en) { ${fields} } zh: NewsBriefs(locale: zh) { ${fields} } }`,
    )
    expect(body.data).toEqual({
      en: {
        docs: [{ participations: [{ partner: { name: token(0, 'en-published') } }], programs: [] }],
      },
      zh: {
        docs: [
          {
            participations: [{ partner: null }],
            programs: [{ title: token(1, 'zh-published') }],
          },
        ],
      },
    })
  })

  it.each(['all', '*', 'fr'])('is not asked in %s by its address', async (locale) => {
    const answer = await graphql('{ NewsBriefs { docs { body { text } } } }', `?locale=${locale}`)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ errors: [{ field: 'locale' }] })
  })

  it('answers in the default language when none is named', async () => {
    const { body } = await graphql('{ NewsBriefs { docs { title } } }')
    expect(body).toEqual({
      data: { NewsBriefs: { docs: [{ title: token(2, 'en-published') }] } },
    })
  })
})

describe('beside the content', () => {
  it('nothing is listed for readers but what is public', async () => {
    const open = new Set([
      ...plans.map(({ collection }) => collection),
      'awards',
      'media',
      'topics',
    ])
    const others = Object.keys(leak.payload.collections).filter(
      (slug) => !open.has(slug as 'media'),
    )
    expect(others.length).toBeGreaterThan(2)
    for (const slug of others) {
      for (const door of ['', '/count', '/versions', '/x']) {
        const { text } = await get(`/api/${slug}${door}?draft=true&trash=true`)
        expect(text, `${slug}${door}`).not.toMatch(/"(docs|id|totalDocs)"/)
      }
    }
  })

  it('a picture is public when a public document shows it, and its bytes with it', async () => {
    const { docs } = json((await get('/api/media?locale=en')).text) as { docs: { url: string }[] }
    expect(docs).toHaveLength(1)
    const { pathname } = new URL(docs[0]!.url)
    expect((await get(pathname)).status).toBe(200)
    const hidden = await get(pathname.replace('picture.png', `${hiddenPicture}.png`))
    const missing = await get(pathname.replace('picture.png', 'missing.png'))
    expect(hidden.status).not.toBe(200)
    expect([hidden.status, bodyOf(hidden)]).toEqual([missing.status, bodyOf(missing)])
    for (const door of [leak.world.hiddenMedia, `access/${leak.world.hiddenMedia}`]) {
      const { status, text } = await get(`/api/media/${door}`)
      expect(status, text).toBe(404)
    }
  })
})
