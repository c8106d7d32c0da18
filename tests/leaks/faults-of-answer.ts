import type { World } from './build-world.ts'
import type { Answer } from './client.ts'
import { findsOf } from './filters.ts'
import { type Asked, isVisible, joined, shownIn, shownText, visibleTokens } from './model.ts'
import type { DocumentPlan } from './plan.ts'
import { isQuestionRefused, type Question } from './questions.ts'
import { gapOf, titleOf, tokensIn } from './texts.ts'

type Given = { answer: Answer; question: Question; world: World }

/** What an answer says that it should not, or does not say that it should; empty when all is well. */
export const faultsOfAnswer = ({ answer, question, world }: Given): string[] => {
  const faults = faultsOfText({ answer, asked: question.asked, world })
  const { door } = question
  if (isQuestionRefused(question)) {
    // A version, or one document, may be refused before its question is looked at.
    const due = door === 'by-id' || door.startsWith('version') ? [400, 403, 404] : [400]
    return [...faults, ...expectStatus(answer, ...due)]
  }
  if (door === 'version' || door === 'versions')
    return [...faults, ...expectStatus(answer, 400, 403)]
  if (door === 'by-id') return [...faults, ...faultsOfDocument({ answer, question, world })]
  if (answer.status !== 200) return [...faults, `answered ${answer.status}: ${answer.text}`]
  const body = JSON.parse(answer.text) as unknown
  faults.push(...faultsOfDocuments({ asked: question.asked, value: body, world }))
  return door === 'global'
    ? faults
    : [...faults, ...faultsOfList({ body: body as List, question, world })]
}

/** Texts that the reader may not see; an error says none at all. */
export const faultsOfText = ({
  answer,
  asked,
  world,
}: {
  answer: Answer
  asked: Asked
  world: World
}): string[] => {
  const allowed = answer.status < 400 ? visibleTokens(world, asked) : new Set<string>()
  const text = answer.text + JSON.stringify(answer.headers)
  const found = [...new Set(tokensIn(text))].filter((each) => !allowed.has(each))
  const faults = found.map((each) => `shows ${each}`)
  if (answer.status >= 500) faults.push(`answered ${answer.status}`)
  // A revision is a UUID; the tag of what anybody may keep is a hash of it.
  if (/[\da-f]{8}-[\da-f]{4}-/.test(answer.headers.etag ?? '')) faults.push('has a revision')
  return faults
}

const expectStatus = ({ status, text }: Answer, ...due: number[]): string[] =>
  due.includes(status) ? [] : [`answered ${status} instead of ${due.join(' or ')}: ${text}`]

type List = { docs?: Record<string, unknown>[]; totalDocs?: number }

const faultsOfList = ({
  body,
  question,
  world,
}: {
  body: List
  question: Question
  world: World
}): string[] => {
  const { asked, filter, query, slug } = question
  const due = findsOf({ asked, filter, slug, world })
  if (!due) return []
  const { limit, page, pagination } = query
  const isWhole = pagination === 'false' && !limit && (page ?? 1) === 1
  const isOnePage = limit === 500 || limit === 100 || isWhole
  const faults: string[] = []
  // Payload's totals are those of a page where there are none, and nothing beyond the last one.
  const isTotal = (pagination !== 'false' || !limit) && page !== 2
  if (isTotal && body.totalDocs !== due.length)
    faults.push(`counts ${body.totalDocs} documents instead of ${due.length}`)
  if (body.docs && isOnePage && page !== 2) {
    const found = body.docs.map(({ id }) => id)
    if (!isSame(found, due)) faults.push(`finds ${found.join()} instead of ${due.join()}`)
  }
  for (const doc of body.docs ?? []) faults.push(...faultsOfFields({ doc, question, world }))
  return faults
}

const faultsOfDocument = ({ answer, question, world }: Given): string[] => {
  const number = world.ids.indexOf(question.id ?? '')
  const plan = world.plans[number]
  const isThere = plan?.collection === question.slug && isVisible(plan, question.asked)
  const faults = expectStatus(answer, isThere ? 200 : 404)
  if (!isThere || answer.status !== 200) return faults
  const doc = JSON.parse(answer.text) as Record<string, unknown>
  return [
    ...faults,
    ...faultsOfDocuments({ asked: question.asked, value: doc, world }),
    ...faultsOfFields({ doc, question, world }),
  ]
}

/** The published title, and the joins as the model has them. */
const faultsOfFields = ({
  doc,
  question: { asked, join, query, slug },
  world,
}: {
  doc: Record<string, unknown>
  question: Question
  world: World
}): string[] => {
  const plan = world.plans[world.ids.indexOf(String(doc.id))]
  if (!plan) return [`shows an unknown document ${String(doc.id)}`]
  if (query.select) return []
  const faults: string[] = []
  const title = doc[titleOf(slug)]
  if (asked !== 'all') {
    if (title !== shownText({ asked, plan })) faults.push(`its title is ${JSON.stringify(title)}`)
    faults.push(...faultsOfLanguage({ asked, doc, plan }))
  }
  for (const [name, value] of Object.entries(doc)) {
    const { docs } = (value ?? {}) as { docs?: ({ id: string } | string)[]; totalDocs?: number }
    if (!Array.isArray(docs)) continue
    const found = docs.map((each) => (typeof each === 'string' ? each : each.id))
    const due = joined({ asked, name, plan, world })
    const isAsked = join?.name === name
    const among =
      isAsked && join.filter ? findsOf({ asked, filter: join.filter, slug: join.from, world }) : due
    if (!among) continue
    const within = due.filter((id) => among.includes(id))
    const isPart = isAsked && (Boolean(join.limit) || (join.page ?? 1) > 1)
    const isRight = isPart ? found.every((id) => within.includes(id)) : isSame(found, within)
    if (!isRight)
      faults.push(`${name} of ${plan.number} holds ${found.join()} instead of ${within.join()}`)
    const { totalDocs } = value as { totalDocs?: number }
    if (totalDocs !== undefined && totalDocs !== within.length)
      faults.push(`${name} of ${plan.number} counts ${totalDocs} instead of ${within.length}`)
  }
  return faults
}

/** It says its language, and which fields are in another one. */
export const faultsOfLanguage = ({
  asked,
  doc,
  plan,
}: {
  asked: Asked
  doc: Record<string, unknown>
  plan: DocumentPlan
}): string[] => {
  const [own] = shownIn(plan, asked)
  const faults = doc._locale === own ? [] : [`says that it is in ${String(doc._locale)}`]
  const gap = gapOf(plan.collection)[0]
  const filled = shownText({ asked, isGap: true, plan })
  if (gap && (doc[gap] ?? undefined) !== filled)
    faults.push(`its ${gap} is ${JSON.stringify(doc[gap])} instead of ${filled}`)
  const due = gap && filled && own === 'en' ? [{ path: gap, locale: 'zh' }] : []
  const told = JSON.stringify(doc._fallbacks ?? [])
  if (told !== JSON.stringify(due)) faults.push(`says that ${told} fell back`)
  return faults
}

/** No document of which more than its id is shown may be hidden from the reader. */
export const faultsOfDocuments = ({
  asked,
  value,
  world,
}: {
  asked: Asked
  value: unknown
  world: World
}): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const { id } = value as { id?: string }
  const plan = world.plans[world.ids.indexOf(String(id))]
  const own =
    plan && Object.keys(value).length > 1 && !isVisible(plan, asked)
      ? [`shows the hidden document ${plan.number}`]
      : []
  return [
    ...own,
    ...Object.values(value).flatMap((each: unknown) =>
      faultsOfDocuments({ asked, value: each, world }),
    ),
  ]
}

const isSame = (found: unknown[], due: unknown[]): boolean =>
  JSON.stringify(found.toSorted()) === JSON.stringify(due.toSorted())
