import type { World } from './build-world.ts'
import type { Answer } from './client.ts'
import { faultsOfDocuments, faultsOfLanguage, faultsOfText } from './faults-of-answer.ts'
import { findsOf, isRefused } from './filters.ts'
import { type Fallback, type Languages, languagesOfAlias } from './graphql-aliases.ts'
import { aliasOfRoot, type GraphqlQuestion, toGraphqlRequest } from './graphql-questions.ts'
import { type Asked, askedWith, isVisible, visibleTokens } from './model.ts'
import { tokensIn } from './texts.ts'

type Body = { data?: null | Record<string, unknown>; errors?: unknown[] }

type Found = { docs?: { id: string }[]; id?: string; totalDocs?: number }

/** The same for GraphQL: each part of the answer is in the language that its alias names. */
export const faultsOfGraphql = ({
  answer,
  question,
  world,
}: {
  answer: Answer
  question: GraphqlQuestion
  world: World
}): string[] => {
  const { data, errors = [] } = JSON.parse(answer.text) as Body
  const sent = toGraphqlRequest(question).body ?? ''
  const faults = tokensIn(JSON.stringify(errors))
    // The schema's errors quote what was asked.
    .filter((each) => !sent.includes(each))
    .map((each) => `an error shows ${each}`)
  faults.push(
    ...faultsOfText({
      answer: { ...answer, text: JSON.stringify(data ?? {}) },
      asked: 'all',
      world,
    }),
  )
  if (JSON.stringify(errors).includes('"internal"')) faults.push(`failed: ${answer.text}`)
  const inAddress = (question.query.fallback ?? question.query.fallbackLocale ?? '') as Fallback
  question.roots.forEach((root, index) => {
    const { fallback, filter, id, kind, locale, slug } = root
    const languages = { fallback: fallback || inAddress, locale }
    const asked = askedWith(locale, languages.fallback)
    const found = data?.[aliasOfRoot(root, index)] as Found | null | undefined
    if (found === null || found === undefined) {
      const isThere =
        id && kind === 'one' && world.plans[world.ids.indexOf(id)]?.collection === slug
      if (isThere && errors.length === 0 && isVisible(world.plans[world.ids.indexOf(id)]!, asked))
        faults.push(`${id} is not there`)
      return
    }
    faults.push(...faultsOfPart({ languages, value: found, world }))
    if (kind === 'versions' || kind === 'version') faults.push('shows versions')
    if (kind !== 'list' && kind !== 'count') return
    if (filter && isRefused(filter, asked)) faults.push('answers what it should refuse')
    const due = findsOf({ asked, filter, slug, world })
    if (due && found.totalDocs !== due.length)
      faults.push(`counts ${found.totalDocs} instead of ${due.length}`)
    if (due && found.docs && found.docs.length !== due.length)
      faults.push(`finds ${found.docs.length} instead of ${due.length}`)
  })
  return faults
}

type Part = { languages: Languages; value: unknown; world: World }

/** Walks through an answer; an alias changes the language of what is below it. */
const faultsOfPart = ({ languages, value, world }: Part): string[] => {
  const asked = askedWith(languages.locale, languages.fallback)
  if (typeof value === 'string') {
    const allowed = visibleTokens(world, asked)
    return tokensIn(value)
      .filter((each) => !allowed.has(each))
      .map((each) => `shows ${each} in ${asked}`)
  }
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value)
    ? []
    : [
        ...faultsOfDocuments({
          asked,
          value: Object.fromEntries(
            Object.entries(value).filter(([, each]) => typeof each !== 'object'),
          ),
          world,
        }),
        ...faultsOfLanguages({ asked, document: value as Told, world }),
      ]
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, each]) => {
      const part = { languages: languagesOfAlias(name, languages), value: each as unknown, world }
      return isRichText(each) ? faultsOfRichText(part) : faultsOfPart(part)
    }),
  ]
}

const isRichText = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'html' in value && 'text' in value

/** The links of a text that stands in are in its own language, the documents in its JSON in those that were asked for. */
const faultsOfRichText = ({ languages, value, world }: Part): string[] => {
  const { fallback, locale } = languages
  return Object.values(value as object).flatMap((each: unknown) => {
    const faults = faultsOfPart({ languages, value: each, world })
    if (faults.length === 0 || (fallback !== 'en' && fallback !== 'zh')) return faults
    const inOwn = { fallback: locale, locale: fallback }
    return faultsOfPart({ languages: inOwn, value: each, world }).length === 0 ? [] : faults
  })
}

const faultsOfLanguages = ({
  asked,
  document,
  world,
}: {
  asked: Asked
  document: Told
  world: World
}): string[] => {
  const plan = world.plans[world.ids.indexOf(document.id ?? '')]
  return plan && '_locale' in document ? faultsOfLanguage({ asked, doc: document, plan }) : []
}

type Told = Record<string, unknown> & { _locale?: null | string; id?: string }
