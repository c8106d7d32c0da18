import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../support/test-app.ts'
import { buildWorld, type World } from './build-world.ts'
import { type Client, openClient } from './client.ts'
import { faultsOfAnswer } from './faults-of-answer.ts'
import { faultsOfGraphql } from './faults-of-graphql.ts'
import { graphqlQuestions, toGraphqlRequest } from './graphql-questions.ts'
import { askedWith } from './model.ts'
import { collections, plans } from './plan.ts'
import { knownTo } from './known-parameters.ts'
import { idsOf, type Question, questions, toRequest } from './questions.ts'
import { leakQuestions, leakSeed } from './seed.ts'

const seed = leakSeed()

let app: Awaited<ReturnType<typeof startTestApp>>
let client: Client
let world: World

beforeAll(async () => {
  app = await startTestApp()
  app.payload.logger.level = 'silent'
  world = await buildWorld(app.payload, fc.sample(plans, { numRuns: 1, seed })[0]!)
  client = await openClient(app.app)
})

afterAll(async () => {
  await client.close()
  await app.stop()
})

const expectRight = async (question: Question): Promise<void> => {
  const request = toRequest(question)
  const answer = await client.ask(request)
  expect(faultsOfAnswer({ answer, question, world }), decodeURIComponent(request.path)).toEqual([])
}

/** What a query can add: most of it ought to change nothing, a fallback what the model says. */
const disguises: Record<string, unknown>[] = [
  {},
  { depth: 3, draft: 'true', trash: 'true' },
  { depth: 1, 'fallback-locale': 'null', flattenLocales: 'false' },
  { depth: 2, fallback: 'en' },
  { depth: 1, draft: 'true', fallbackLocale: 'zh' },
]

describe(
  `a reader's view of documents in all states (QIAO_LEAK_SEED=${seed})`,
  { timeout: 300_000 },
  () => {
    it.each(collections)('is right for each document of %s, in each language', async (slug) => {
      for (const locale of ['en', 'zh', 'all', undefined] as const) {
        for (const disguise of disguises) {
          const fallback = disguise.fallback ?? disguise.fallbackLocale
          const asked = askedWith(locale ?? 'en', fallback)
          const isWrong = asked === 'all' && fallback !== undefined
          const common = { asked, isWrong, slug, travels: 'address' } as const
          const query = { ...disguise, ...(locale ? { locale } : {}) }
          const asking = (door: Question['door']) => ({
            ...common,
            door,
            query: knownTo(door, query),
          })
          const list = asking('list')
          await expectRight({ ...list, query: { ...list.query, limit: 500 } })
          await expectRight(asking('count'))
          for (const id of idsOf(world, slug)) await expectRight({ ...asking('by-id'), id })
        }
      }
    })

    it('is right for whatever is asked with REST', async () => {
      const numRuns = leakQuestions(2000)
      await fc.assert(fc.asyncProperty(questions(world), expectRight), { numRuns, seed })
    })

    it('is right for whatever is asked with GraphQL', async () => {
      await fc.assert(
        fc.asyncProperty(graphqlQuestions(world), async (question) => {
          const request = toGraphqlRequest(question)
          const answer = await client.ask(request)
          expect(faultsOfGraphql({ answer, question, world }), request.body).toEqual([])
        }),
        { numRuns: leakQuestions(1000), seed },
      )
    })
  },
)
