import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { faultsOfAnswer } from './faults-of-answer.ts'
import { faultsOfGraphql } from './faults-of-graphql.ts'
import { graphqlQuestions, toGraphqlRequest } from './graphql-questions.ts'
import { askedWith } from './model.ts'
import { collections, plans } from './plan.ts'
import { knownTo } from './known-parameters.ts'
import { idsOf, type Question, questions, toRequest } from './questions.ts'
import { leakQuestions, leakSeed } from './seed.ts'
import { openLeakTest } from './open-leak-test.ts'

const seed = leakSeed()

const leak = openLeakTest(() => fc.sample(plans, { numRuns: 1, seed })[0]!)

const expectRight = async (question: Question): Promise<void> => {
  const request = toRequest(question)
  const answer = await leak.client.ask(request)
  expect(
    faultsOfAnswer({ answer, question, world: leak.world }),
    decodeURIComponent(request.path),
  ).toEqual([])
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
          for (const id of idsOf(leak.world, slug)) await expectRight({ ...asking('by-id'), id })
        }
      }
    })

    it('is right for whatever is asked with REST', async () => {
      const numRuns = leakQuestions(2000)
      await fc.assert(fc.asyncProperty(questions(leak.world), expectRight), { numRuns, seed })
    })

    it('is right for whatever is asked with GraphQL', async () => {
      await fc.assert(
        fc.asyncProperty(graphqlQuestions(leak.world), async (question) => {
          const request = toGraphqlRequest(question)
          const answer = await leak.client.ask(request)
          expect(faultsOfGraphql({ answer, question, world: leak.world }), request.body).toEqual([])
        }),
        { numRuns: leakQuestions(1000), seed },
      )
    })
  },
)
