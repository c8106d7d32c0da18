import type { World } from './build-world.ts'
import type { Answer } from './client.ts'
import { faultsOfDocuments, faultsOfText } from './faults-of-answer.ts'
import { askedWith } from './model.ts'
import { currentSlug, dueOf, type SlugQuestion } from './slug-questions.ts'

type Body = {
  alternates?: unknown
  doc?: { id?: string } | null
  id?: string
  redirectTo?: { collection: string; locale: string; slug: string } | null
}

/** What an answer about a slug says that it should not, or does not say that it should; empty when all is well. */
export const faultsOfSlugAnswer = ({
  answer,
  question,
  world,
}: {
  answer: Answer
  question: SlugQuestion
  world: World
}): string[] => {
  const { fallback, locale, slug } = question
  const due = dueOf(question, world)
  const isGraphql = question.door.startsWith('graphql')
  const body = bodyOf(answer, isGraphql)
  if (due.kind === 'nothing') {
    const isRefused = isGraphql ? body === undefined : answer.status === 404
    // The question itself may be quoted.
    const text = answer.text.replaceAll(slug, '')
    const refusal = { ...answer, status: 404, text }
    return [
      ...(isRefused ? [] : [`answered ${answer.status}: ${answer.text}`]),
      ...faultsOfText({ answer: refusal, asked: locale, world }),
    ]
  }
  if (!body) return [`answered ${answer.status}: ${answer.text}`]
  const { alternates, ...rest } = body
  // A page that fell back is in that language, with all that stands in it.
  const isFallen = question.door.endsWith('page') && due.locale !== locale
  const asked = isFallen ? due.locale : askedWith(locale, fallback)
  const faults = [
    ...faultsOfText({ answer: { ...answer, text: JSON.stringify(rest) }, asked, world }),
    // The other languages of a page are told of, as far as they are public.
    ...faultsOfText({
      answer: { ...answer, text: JSON.stringify(alternates ?? '') },
      asked: 'all',
      world,
    }),
    ...faultsOfDocuments({ asked, value: rest, world }),
  ]
  const id = world.ids[due.plan.number]
  if (due.kind === 'doc') {
    const found = body.doc?.id ?? body.id
    return found === id ? faults : [...faults, `answers ${found} instead of ${id}`]
  }
  const { redirectTo } = body
  const wanted = currentSlug(due.plan, due.locale)
  return redirectTo?.slug === wanted && redirectTo.locale === due.locale
    ? faults
    : [...faults, `leads to ${JSON.stringify(redirectTo)} instead of ${wanted}`]
}

/** GraphQL answers in an envelope, the alternates as a list; without an answer there is nothing in it. */
const bodyOf = ({ status, text }: Answer, isGraphql: boolean): Body | undefined => {
  const body = JSON.parse(text) as Body & { data?: { answer?: (Body & { page?: Body }) | null } }
  if (!isGraphql) return status === 200 ? body : undefined
  if (!body.data?.answer) return undefined
  const { page, ...found } = body.data.answer
  return { ...found, ...page }
}
