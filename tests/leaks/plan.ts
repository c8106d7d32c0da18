import fc from 'fast-check'

import { type Locale, locales } from '../../src/localization.ts'

export const collections = [
  'partner-profiles',
  'programs',
  'stories',
  'news-briefs',
  'awards',
] as const

export type Slug = (typeof collections)[number]

/** How far a language of a document is. */
export const states = ['not-started', 'draft', 'published', 'changed', 'withdrawn'] as const

export type State = (typeof states)[number]

/** One save. Its kind is part of every text it writes; `withdraw` takes the language back. */
export type Step = { kind: Exclude<State, 'not-started'> | 'withdraw'; locale: Locale }

export type DocumentPlan = {
  collection: Slug
  /** Numbers of earlier documents that it refers to, one of each collection it can refer to. */
  links: number[]
  number: number
  states: Record<Locale, State>
  steps: Step[]
}

/** Each collection has as many documents as stand here, so that together they are in every pair of states. */
const sizes: Record<Slug, number> = {
  'partner-profiles': 6,
  programs: 6,
  stories: 4,
  'news-briefs': 5,
  awards: 4,
}

const pairs = states.flatMap((en) => states.map((zh) => ({ en, zh })))

/** Documents in every pair of states, written in a random order, referring to each other at random. */
export const plans: fc.Arbitrary<DocumentPlan[]> = fc
  .tuple(
    fc.shuffledSubarray(pairs, { maxLength: pairs.length, minLength: pairs.length }),
    fc.array(
      fc.record({
        isEnglishNext: fc.array(fc.boolean(), { maxLength: 4, minLength: 4 }),
        links: fc.array(fc.nat(), {
          maxLength: collections.length,
          minLength: collections.length,
        }),
      }),
      { maxLength: pairs.length, minLength: pairs.length },
    ),
  )
  .map(([shuffled, choices]) => {
    const slugs = collections.flatMap((slug) => Array.from({ length: sizes[slug] }, () => slug))
    return slugs.map((collection, number) => ({
      collection,
      links: linksOf({ number, picks: choices[number]!.links, slugs }),
      number,
      states: shuffled[number]!,
      steps: merge({ isEnglishNext: choices[number]!.isEnglishNext, states: shuffled[number]! }),
    }))
  })

const stepsTo: Record<State, Step['kind'][]> = {
  'not-started': [],
  changed: ['published', 'changed'],
  draft: ['draft'],
  published: ['published'],
  withdrawn: ['withdrawn', 'withdraw'],
}

/** The steps of both languages, one language's in their order, in a random order between the two. */
const merge = ({
  isEnglishNext,
  states: wanted,
}: {
  isEnglishNext: boolean[]
  states: Record<Locale, State>
}): Step[] => {
  const open = Object.fromEntries(
    locales.map((locale) => [locale, stepsTo[wanted[locale]].map((kind) => ({ kind, locale }))]),
  ) as Record<Locale, Step[]>
  const steps: Step[] = []
  while (open.en.length + open.zh.length > 0) {
    const isEnglish = isEnglishNext[steps.length] ? open.en.length > 0 : open.zh.length === 0
    steps.push(open[isEnglish ? 'en' : 'zh'].shift()!)
  }
  return steps
}

const linksOf = ({
  number,
  picks,
  slugs,
}: {
  number: number
  picks: number[]
  slugs: Slug[]
}): number[] =>
  collections.flatMap((slug, index) => {
    const earlier = slugs.flatMap((each, at) => (each === slug && at < number ? [at] : []))
    return earlier.length > 0 ? [earlier[picks[index]! % earlier.length]!] : []
  })
