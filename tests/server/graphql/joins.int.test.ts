import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { askGraphql } from '../../support/ask-graphql.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }

const awards = 14

/** Two programs with awards of each year from 2001; of every third award only a draft exists. */
beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  const programs: string[] = []
  for (const title of ['One', 'Two']) {
    const { id } = await payload.create({
      collection: 'programs',
      data: { _status: 'published', kind: 'program', title },
      locale: 'en',
    })
    programs.push(id)
  }
  for (let number = 1; number <= awards; number += 1) {
    const isDraft = number % 3 === 0
    await payload.create({
      collection: 'awards',
      data: {
        _status: isDraft ? 'draft' : 'published',
        awardedBy: 'Somebody',
        kind: 'award',
        programs: number > 12 ? programs.slice(0, 1) : programs,
        recipient: { relationTo: 'programs', value: programs[0]! },
        title: `Award ${number}`,
        year: 2000 + number,
      },
      draft: isDraft,
      locale: 'en',
    })
  }
  editor = await signIn({ payload: app.payload, role: 'editor' })
}, 120_000)

afterAll(() => app.stop())

const post = (query: string) => request(app.app).post('/api/graphql').send({ query })

const ask = (query: string) => askGraphql({ app: app.app, query })

/** The awards of the first program, once read alone and once in a list, which have to be the same. */
const awardsOf = async (args: string, fields = 'hasNextPage docs { title }') => {
  const selection = `docs { awards${args} { ${fields} } }`
  const { both, one } = await ask(`{
    one: Programs(where: { title: { equals: "One" } }) { ${selection} }
    both: Programs(sort: "title") { ${selection} }
  }`)
  expect(both.docs).toHaveLength(2)
  expect(both.docs[0]).toEqual(one.docs[0])
  return one.docs[0].awards
}

const titles = (...numbers: number[]) => numbers.map((number) => ({ title: `Award ${number}` }))

const published = titles(14, 13, 11, 10, 8, 7, 5, 4, 2, 1)

describe('a join', () => {
  it('gives what readers may see, in its order, as many as asked for', async () => {
    expect(await awardsOf('')).toEqual({ docs: published, hasNextPage: false })
    expect(await awardsOf('(limit: 4)')).toEqual({ docs: published.slice(0, 4), hasNextPage: true })
  })

  it('leads on from page to page', async () => {
    expect(await awardsOf('(limit: 4, page: 2)')).toEqual({
      docs: published.slice(4, 8),
      hasNextPage: true,
    })
    expect(await awardsOf('(limit: 4, page: 3)')).toEqual({
      docs: published.slice(8),
      hasNextPage: false,
    })
    expect(await awardsOf('(limit: 4, page: 4)')).toEqual({ docs: [], hasNextPage: false })
  })

  it('counts when asked to, also without giving any', async () => {
    expect(await awardsOf('(limit: 3)', 'totalDocs')).toEqual({ totalDocs: null })
    expect(await awardsOf('(limit: 3, count: true)', 'totalDocs docs { title }')).toEqual({
      docs: published.slice(0, 3),
      totalDocs: published.length,
    })
    const none = { docs: [], hasNextPage: false }
    expect(
      await awardsOf('(limit: 0, count: true)', 'totalDocs hasNextPage docs { title }'),
    ).toEqual({ ...none, totalDocs: published.length })
    expect(await awardsOf('(limit: 0)')).toEqual(none)
  })

  it('is filtered and sorted', async () => {
    const found = await awardsOf('(sort: "year", where: { year: { greater_than: 2009 } })')
    expect(found.docs).toEqual(titles(10, 11, 13, 14))
  })

  it('gives ten when nobody says how many, and to staff the drafts', async () => {
    const { body } = await post(
      '{ Programs(draft: true, sort: "title") { docs { awards(count: true) { totalDocs hasNextPage docs { title } } } } }',
    ).set(editor)
    expect(body.data.Programs.docs).toEqual([
      {
        awards: {
          docs: titles(14, 13, 12, 11, 10, 9, 8, 7, 6, 5),
          hasNextPage: true,
          totalDocs: 14,
        },
      },
      {
        awards: { docs: titles(12, 11, 10, 9, 8, 7, 6, 5, 4, 3), hasNextPage: true, totalDocs: 12 },
      },
    ])
  })

  it.each(['limit: 101', 'limit: -1', 'page: 0'])('refuses %s', async (args) => {
    const { body } = await post(`{ Programs { docs { awards(${args}) { docs { title } } } } }`)
    expect(body.errors[0].message).toContain(`“${args.split(':')[0]}”`)
    expect(body.data.Programs.docs[0].awards).toBeNull()
  })

  it.each(['where: { localeStates__inEn: { equals: draft } }', 'sort: "localeStates.inEn"'])(
    'refuses to answer questions about drafts: %s',
    async (args) => {
      const { body } = await post(`{ Programs { docs { awards(${args}) { docs { title } } } } }`)
      expect(body.errors[0].message).toContain('not public')
      expect(body.data.Programs.docs).toEqual([{ awards: null }, { awards: null }])
    },
  )
})

describe('a language', () => {
  it('holds for all that is below the field that names it', async () => {
    const [english] = (
      await app.payload.find({ collection: 'programs', locale: 'en', sort: 'title' })
    ).docs
    await app.payload.update({
      id: english!.id,
      collection: 'programs',
      data: { _status: 'published', title: '一' },
      locale: 'zh',
    })
    const { Awards } = await ask(`{ Awards(limit: 1) { docs { title
      zh: programs(locale: zh) { title awards { docs { title } } en: awards { docs { programs(locale: en) { title } } } }
      programs { title } } } }`)
    expect(Awards.docs[0].zh).toEqual([{ awards: { docs: [] }, en: { docs: [] }, title: '一' }])
    expect(Awards.docs[0].programs).toContainEqual({ title: 'One' })
  })
})
