import fc from 'fast-check'
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startDemoApp } from '../../support/demo-app.ts'
import { askGraphql } from '../../support/ask-graphql.ts'
import { monitorMongodb, queriesOf } from '../../support/count-queries.ts'
import { liftGraphqlLimits } from '../../support/lift-graphql-limits.ts'
import { ownFields, randomSelection } from './random-selection.ts'

type Document = Record<string, unknown> & { id: string }

const types = {
  Award: 'Awards',
  Media: 'allMedia',
  NewsBrief: 'NewsBriefs',
  PartnerProfile: 'PartnerProfiles',
  Program: 'Programs',
  Story: 'Stories',
  Topic: 'Topics',
}

let app: Awaited<ReturnType<typeof startDemoApp>>
let schema: GraphQLSchema
/** All documents, read as a whole. */
const documents = new Map<string, Document>()

beforeAll(async () => {
  monitorMongodb()
  liftGraphqlLimits()
  app = await startDemoApp({ hasCache: false })
  schema = buildClientSchema((await ask(getIntrospectionQuery())) as unknown as IntrospectionQuery)
  for (const [type, many] of Object.entries(types)) {
    const { [many]: list } = await ask(
      `{ ${many}(limit: 100, select: false) { docs { id ${ownFields(schema, type)} } } }`,
    )
    for (const document of (list as { docs: Document[] }).docs)
      documents.set(`${type} ${document.id}`, document)
  }
}, 240_000)

afterAll(() => app.stop())

const ask = (query: string): Promise<Record<string, unknown>> => askGraphql({ app: app.app, query })

/** Where an answer differs from the documents as they are when they are read as a whole. */
const differences = (answer: unknown, whole?: unknown, path = ''): string[] => {
  if (Array.isArray(answer)) {
    const rows: unknown[] = answer
    const isOther = Array.isArray(whole) && whole.length !== rows.length
    return [
      ...(isOther ? [`${path}: ${rows.length} rows`] : []),
      ...rows.flatMap((row, at) =>
        differences(row, Array.isArray(whole) ? whole[at] : undefined, `${path}.${at}`),
      ),
    ]
  }
  if (!isRecord(answer)) {
    return whole === undefined || JSON.stringify(answer) === JSON.stringify(whole)
      ? []
      : [`${path}: ${JSON.stringify(answer)} is ${JSON.stringify(whole)}`]
  }
  const document = documents.get(`${String(answer.__typename)} ${String(answer.id)}`)
  const own = document ?? (isRecord(whole) ? whole : {})
  return Object.entries(answer).flatMap(([name, value]) =>
    // What is no document's own is a document, which is compared with itself.
    differences(value, name in own ? own[name] : undefined, `${path}.${name}`),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

describe('an answer', () => {
  it.each(Object.entries(types))(
    'about a %s is the same whatever else is asked for',
    async (type, many) => {
      let compared = 0
      await fc.assert(
        fc.asyncProperty(randomSelection({ depth: 2, schema, type }), async (selection) => {
          const answer = await ask(`{ ${many}(limit: 5) { docs { ${selection} } } }`)
          compared += (answer[many] as { docs: unknown[] }).docs.length
          expect(differences(answer), selection).toEqual([])
        }),
        { endOnFailure: true, numRuns: 25 },
      )
      expect(compared).toBeGreaterThan(25)
    },
  )

  it('holds public contacts also when nobody asks who may see them', async () => {
    const contacts = async (selection: string) => {
      const { PartnerProfiles } = await ask(
        `{ PartnerProfiles(limit: 100) { docs { contacts { ${selection} } } } }`,
      )
      return (PartnerProfiles as { docs: { contacts: object[] }[] }).docs.flatMap(
        (each) => each.contacts,
      )
    }
    const asked = await contacts('name visibility')
    expect(asked.length).toBeGreaterThan(0)
    expect(await contacts('name')).toHaveLength(asked.length)
  })

  it('holds what is asked for in several fragments, and under several names', async () => {
    const { NewsBriefs } = await ask(`
      query { NewsBriefs(limit: 1) { docs { ...one ...other a: participations { role } } ...more } }
      fragment one on NewsBrief { attendance { value } participations { id } }
      fragment other on NewsBrief { attendance { qualifier } b: participations { partner { name } } }
      fragment more on NewsBriefs { docs { title } }
    `)
    const [brief] = (NewsBriefs as { docs: Document[] }).docs
    const { NewsBrief: whole } = await ask(
      `{ NewsBriefs(limit: 1, select: false) { docs {
      title attendance { value qualifier } participations { id } a: participations { role }
      b: participations { partner { name } } } } }`.replace('NewsBriefs', 'NewsBrief: NewsBriefs'),
    )
    expect(brief).toEqual((whole as { docs: Document[] }).docs[0])
  })
})

describe('a list that asks for titles', () => {
  it('reads neither other texts nor rows', async () => {
    const queries = (selection: string) =>
      queriesOf(app.payload, () => ask(`{ NewsBriefs(limit: 3) { docs { ${selection} } } }`))
    const [titles, speakers] = [
      (await queries('title')).join('\n'),
      (await queries('title body { json } speakers { talkTitle }')).join('\n'),
    ]
    if (app.payload.db.name === 'mongoose') {
      expect(titles).toContain('"projection":{"_id":true,"title":true,"_status":true}')
      expect(speakers).toMatch(/"projection":\{[^}]*"body":true/)
    } else {
      expect(titles).toContain('"title"')
      expect(titles).not.toMatch(/"body"|"summary"|_speakers|_participations|_rels/)
      expect(speakers).toMatch(/"body"/)
      expect(speakers).toContain('_speakers')
    }
  })

  it('reads no more of what it leads to', async () => {
    const read = await queriesOf(app.payload, () =>
      ask(
        '{ Programs { docs { title partners { partner { name } } briefs { docs { title } } } } }',
      ),
    )
    expect(read.join('\n')).not.toMatch(/registrations|figures|body|mission|speakers/)
  })
})
