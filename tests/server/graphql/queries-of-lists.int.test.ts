import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { askGraphql } from '../../support/ask-graphql.ts'
import { monitorMongodb, queriesOf } from '../../support/count-queries.ts'
import { liftGraphqlLimits } from '../../support/lift-graphql-limits.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'
import { writeRelatedContent } from './write-related-content.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }

const few = 3
const many = 30

beforeAll(async () => {
  monitorMongodb()
  liftGraphqlLimits()
  app = await startTestApp({ hasCache: false })
  await writeRelatedContent(app.payload, many)
  editor = await signIn({ payload: app.payload, role: 'editor' })
}, 240_000)

afterAll(() => app.stop())

const ask = (query: string, isSignedIn = false) =>
  askGraphql({ app: app.app, headers: isSignedIn ? editor : {}, query })

const sort = 'sort: "createdAt"'

/** Fields of a program, and of what it leads to. */
const partner = `{
  name slug logo { url alt sizes { card { url } } }
  networks { role network { name logo { url } } }
}`
const brief = `{
  title cover { alt url } topics { title }
  participations { role partner ${partner} }
  speakers { name partner { name } }
}`
const award = `{
  title awardingPartner { name }
  recipient { relationTo value { ... on PartnerProfile { name logo { alt } } ... on Program { title cover { alt } } } }
}`

const selections = {
  'relations and files': `cover { url alt } topics { title } gallery { caption image { url } }`,
  'relations within rows and groups': `
    partners { role partner ${partner} } donation { intermediary { name } } need { json }`,
  'relations in another language': `partners { partner(locale: zh) { name } } zh: topics(locale: zh) { title }`,
  joins: `briefs { docs { title } } stories(limit: 2, count: true) { totalDocs hasNextPage docs { title } }
    awards { docs { title year } } childPrograms(page: 1) { docs { title } }`,
  'relations within joins': `briefs { docs ${brief} } awards { docs ${award} } stories { docs { partners ${partner} } }`,
  'joins within joins': `
    briefs(sort: "title") { docs { programs { awards { docs { title } } briefs { docs { title } } } } }
    childPrograms { docs { parent { stories { docs { title } } } } }`,
  'joins within relations': `
    partners { partner { name programs { docs { title } } awards { docs ${award} }
      stories { docs { title } } briefs { docs ${brief} } } }`,
  counting: 'briefs(limit: 0, count: true) { totalDocs }',
}

describe.each([
  ['a reader', false],
  ['an editor', true],
])('a list for %s takes as many queries for thirty documents as for three', (_, isSignedIn) => {
  it.each(Object.entries(selections))('with %s', async (_name, selection) => {
    const read = (limit: number) =>
      ask(
        `{ Programs(${sort}, limit: ${limit}, draft: ${isSignedIn}, where: { parent: { exists: false } }) { docs { title ${selection} } } }`,
        isSignedIn,
      )
    const all = await read(many)
    expect(all.Programs.docs).toHaveLength(many)
    const [ofFew, ofMany] = [
      await queriesAnew(() => read(few)),
      await queriesAnew(() => read(many)),
    ]
    expect(ofFew.length).toBeGreaterThan(0)
    expect(ofMany.map(shape).sort()).toEqual(ofFew.map(shape).sort())
  })

  it('of another collection', async () => {
    const read = (limit: number) =>
      ask(`{ NewsBriefs(${sort}, limit: ${limit}) { docs ${brief} } }`)
    const ofFew = await queriesAnew(() => read(few))
    const ofMany = await queriesAnew(() => read(many))
    expect(ofMany.map(shape).sort()).toEqual(ofFew.map(shape).sort())
  })
})

let topics = 0

/** How many documents there are in all is remembered until something is written. */
const queriesAnew = async (read: () => Promise<unknown>): Promise<string[]> => {
  topics += 1
  const data = { title: `A topic that nothing refers to, ${topics}` }
  await app.payload.create({ collection: 'topics', data, locale: 'en' })
  return queriesOf(app.payload, read)
}

/** What is read by a query, whatever it compares. */
const shape = (query: string): string =>
  (/ from "(\w+)"/.exec(query) ?? /^\{"(?:aggregate|count|find)":"([\w-]+)"/.exec(query))?.[1] ??
  query
