import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import { locales } from '../../src/localization.ts'
import { faultsOfSlugAnswer } from './faults-of-slug-answer.ts'
import { collections, plans } from './plan.ts'
import { leakQuestions, leakSeed } from './seed.ts'
import {
  dueOf,
  type SlugQuestion,
  slugQuestions,
  slugsOf,
  toSlugRequest,
} from './slug-questions.ts'
import { openLeakTest } from './open-leak-test.ts'

const seed = leakSeed()

const leak = openLeakTest(() => fc.sample(plans, { numRuns: 1, seed })[0]!)

beforeAll(async () => {
  for (const locale of locales) {
    const pattern = `https://example.org/${locale}/{slug}`
    await leak.payload.updateGlobal({
      slug: 'organization',
      data: {
        siteName: 'Qiao',
        urlPatterns: {
          awards: pattern,
          newsBriefs: pattern,
          partnerProfiles: pattern,
          programs: pattern,
          stories: pattern,
        },
      },
      locale,
    })
  }
})

const expectRight = async (question: SlugQuestion): Promise<void> => {
  const request = toSlugRequest(question)
  const answer = await leak.client.ask(request)
  const asked = request.body ?? decodeURIComponent(request.path)
  expect(faultsOfSlugAnswer({ answer, question, world: leak.world }), asked).toEqual([])
}

describe(
  `pages and slugs of documents in all states (QIAO_LEAK_SEED=${seed})`,
  { timeout: 300_000 },
  () => {
    it('are right for each slug that is or was, in each language, with and without a fallback', async () => {
      const seen = new Set<string>()
      for (const slug of slugsOf(leak.world)) {
        const { collection } = leak.world.plans[Number(slug.split('-')[1])]!
        for (const locale of locales)
          for (const fallback of [undefined, ...locales])
            for (const door of ['page', 'slug'] as const) {
              const question = { door, fallback, locale, more: {}, slug, target: collection }
              seen.add(dueOf(question, leak.world).kind)
              await expectRight(question)
            }
      }
      expect(seen).toEqual(new Set(['doc', 'nothing', 'redirect']))
    })

    it('are right for whatever is asked', async () => {
      await fc.assert(fc.asyncProperty(slugQuestions(leak.world), expectRight), {
        numRuns: leakQuestions(400),
        seed,
      })
    })

    it.each(collections)('of %s are not there for a slug of another collection', async (target) => {
      const foreign = leak.world.plans.find(({ collection }) => collection !== target)!
      const slug = `tok-${foreign.number}-en-published`
      await expectRight({
        door: 'page',
        fallback: undefined,
        locale: 'en',
        more: {},
        slug,
        target,
      })
    })
  },
)
