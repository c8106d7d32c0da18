import type { PayloadRequest, SelectType, Where } from 'payload'

import { type Asked, codesOf, isSlug, nothingThere } from '../asked.ts'
import type { SlugOptions } from '../options.ts'
import { type Content, readDocuments } from '../read-documents.ts'

/** Where the page of a slug is now. */
export type Redirect = {
  collection: string
  /** The language the page is in: the one asked for, or the fallback that was asked for. */
  locale: string
  slug: string
  /** As a website should redirect: for good. */
  status: 301
  /** The page on the website; `null` when the website has none. */
  url: null | string
}

/** Either the document, or where it is. */
export type SlugAnswer = { doc: Content; redirectTo: null } | { doc: null; redirectTo: Redirect }

export type SlugQuestion = Asked & {
  collection: string
  /** @default 0 */
  depth?: number
  /** `true` looks at what was saved last, for those who may read drafts; others get what is published. @default false */
  draft?: boolean
  /** Whether the document is what is answered, or only looked at. @default true */
  isAnswer?: boolean
  populate?: Record<string, SelectType> | undefined
  req: PayloadRequest
  select?: SelectType
  /** What must hold besides the rules of the collection. */
  where?: Where[]
}

/**
 * Finds a document by its slug in a language: one indexed query, and at most three more when the slug is an old one or
 * another language's.
 * @throws APIError 404, the same for a slug nobody has and for one that was never public
 */
export const resolveSlug = async (
  question: SlugQuestion,
  options: SlugOptions,
): Promise<SlugAnswer> => {
  const { collection, fallback, locale, req, slug } = question
  if (!isSlug(slug)) throw nothingThere({ collection, locale })
  const doc = await findDocument(question)
  if (doc) return { doc, redirectTo: null }
  const codes = codesOf(req)
  const holders = await options.holders({
    collection,
    locales: [locale, ...codes.filter((code) => code !== locale)],
    req,
    slug,
  })
  for (const language of fallback && fallback !== locale ? [locale, fallback] : [locale]) {
    for (const { document } of holders) {
      const current = await currentSlug({ ...question, document, language })
      if (!current || current === slug) continue
      const url = await options.urlOf({ collection, locale: language, req, slug: current })
      const redirectTo = { collection, slug: current, locale: language, url, status: 301 } as const
      return { doc: null, redirectTo }
    }
  }
  throw nothingThere({ collection, locale })
}

const findDocument = async ({
  slug,
  where = [],
  ...question
}: SlugQuestion): Promise<Content | undefined> => {
  const found = await readDocuments({
    isAnswer: true,
    ...question,
    hasJoins: true,
    // With a fallback, another document may have the slug in that language.
    limit: question.fallback ? 2 : 1,
    where: [{ slug: { equals: slug } }, ...where],
  })
  return found.find(({ _locale: locale }) => locale === question.locale) ?? found[0]
}

/** The slug a document has in a language, if the one who asks may read it there. */
const currentSlug = async ({
  collection,
  document,
  language,
  req,
  where = [],
}: SlugQuestion & { document: string; language: string }): Promise<string | undefined> => {
  const [found] = await readDocuments({
    collection,
    locale: language,
    req,
    select: { slug: true },
    where: [{ id: { equals: document } }, ...where],
  })
  return typeof found?.slug === 'string' && found.slug !== '' ? found.slug : undefined
}
