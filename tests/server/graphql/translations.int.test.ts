import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { askGraphql } from '../../support/ask-graphql.ts'
import { monitorMongodb, queriesOf } from '../../support/count-queries.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }

const documents = 8

/** One program in both languages, the next one in English and with a Chinese draft, and so on; a brief of each. */
beforeAll(async () => {
  monitorMongodb()
  app = await startTestApp({ hasCache: false })
  const { payload } = app
  for (let number = 1; number <= documents; number += 1) {
    const isInBoth = number % 2 === 1
    const { id } = await payload.create({
      collection: 'programs',
      data: { _status: 'published', kind: 'program', title: `Program ${number}` },
      locale: 'en',
    })
    await payload.update({
      id,
      collection: 'programs',
      data: { _status: isInBoth ? 'published' : 'draft', title: `项目${number}` },
      draft: !isInBoth,
      locale: 'zh',
    })
    await payload.create({
      collection: 'stories',
      data: {
        _status: 'published',
        kind: 'feature',
        programs: [id],
        title: `Story ${number}`,
      },
      locale: 'en',
    })
  }
  editor = await signIn({ payload: app.payload, role: 'editor' })
}, 120_000)

afterAll(() => app.stop())

const ask = (query: string, isSignedIn = false) =>
  askGraphql({ app: app.app, headers: isSignedIn ? editor : {}, query })

const inOrder = 'sort: "createdAt", limit: 2'

describe('translations', () => {
  it('give a list in both languages, without what is not published', async () => {
    const { Programs } = await ask(
      `{ Programs(${inOrder}) { docs { title translations { _locale title } } } }`,
    )
    expect(Programs.docs).toEqual([
      {
        title: 'Program 1',
        translations: [
          { _locale: 'en', title: 'Program 1' },
          { _locale: 'zh', title: '项目1' },
        ],
      },
      { title: 'Program 2', translations: [{ _locale: 'en', title: 'Program 2' }] },
    ])
  })

  it('are in the languages and in the order that are asked for', async () => {
    const { Programs } = await ask(
      `{ Programs(${inOrder}, locale: zh) { docs { title translations(locales: [zh, en, zh]) { title } } } }`,
    )
    expect(Programs.docs).toContainEqual({
      title: '项目1',
      translations: [{ title: '项目1' }, { title: 'Program 1' }],
    })
    const { Programs: chinese } = await ask(
      `{ Programs(${inOrder}) { docs { translations(locales: [zh]) { title } } } }`,
    )
    expect(chinese.docs).toEqual([{ translations: [{ title: '项目1' }] }, { translations: [] }])
  })

  it('give what is below each in its language', async () => {
    const { Programs } = await ask(`{ Programs(${inOrder}) { docs { translations {
      _locale stories { docs { title programs { title } } }
    } } } }`)
    expect(Programs.docs[0].translations).toEqual([
      {
        _locale: 'en',
        stories: { docs: [{ title: 'Story 1', programs: [{ title: 'Program 1' }] }] },
      },
      { _locale: 'zh', stories: { docs: [] } },
    ])
  })

  it('stand below relations and joins', async () => {
    const { Stories } = await ask(`{ Stories(sort: "createdAt", limit: 1) { docs { programs {
      translations { title } stories { docs { translations { _locale title } } }
    } } } }`)
    expect(Stories.docs[0].programs).toEqual([
      {
        stories: { docs: [{ translations: [{ _locale: 'en', title: 'Story 1' }] }] },
        translations: [{ title: 'Program 1' }, { title: '项目1' }],
      },
    ])
  })

  it('hold drafts where drafts are read, and only there', async () => {
    const list = (draft: boolean) =>
      `{ Programs(${inOrder}, draft: ${draft}) { docs { translations { title } } } Stories(${inOrder}, draft: ${draft}) { docs { translations { title } } } }`
    const drafts = await ask(list(true), true)
    expect(drafts.Programs.docs[1].translations).toEqual([
      { title: 'Program 2' },
      { title: '项目2' },
    ])
    // Nothing was written in Chinese.
    expect(drafts.Stories.docs[0].translations).toEqual([{ title: 'Story 1' }])
    for (const { Programs } of [await ask(list(false), true), await ask(list(true))]) {
      expect(Programs.docs[1].translations).toEqual([{ title: 'Program 2' }])
    }
  })

  it('take as many queries for many documents as for few', async () => {
    const read = (limit: number) =>
      queriesOf(app.payload, () =>
        ask(
          `{ Programs(limit: ${limit}) { docs { translations { title stories { docs { title } } } } } }`,
        ),
      )
    const [few, many] = [await read(3), await read(documents)]
    expect(few.length).toBeGreaterThan(0)
    expect(many).toHaveLength(few.length)
  })
})
