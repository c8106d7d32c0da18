import type { PayloadRequest, TypeWithID } from 'payload'

import { type Asked, inLanguage, isolated, isSlug, nothingThere } from '../asked.ts'
import type { DeliveredCollection, DeliveryOptions, Site } from '../options.ts'
import { type Content, readDocuments } from '../read-documents.ts'
import { resolveSlug, type SlugAnswer } from '../slugs/resolve-slug.ts'
import { slugOptions } from '../slugs/slug-options.ts'
import { alternatesOf, hreflangMap } from './alternates-of.ts'
import { breadcrumbsOf } from './breadcrumbs-of.ts'
import type { DeliveryAnswer, DeliveryDocument, DescribedPage } from './delivery-document.ts'
import { imageOf } from './image-of.ts'
import { jsonLdOf } from './json-ld-of.ts'
import { neighboursOf } from './neighbours-of.ts'
import { publishedOnly } from './published-only.ts'
import { renderTexts } from './render-texts.ts'
import { openGraphOf, twitterOf } from './sharing-of.ts'
import { firstText, shorten, textOf } from './text-of.ts'

export type DeliveryQuestion = Asked & {
  collection: string
  /** `true` shows what was saved last, to those who may read drafts. @default false */
  draft?: boolean
  req: PayloadRequest
}

const longestDescription = 200

/**
 * The page of a document: found by its slug as everywhere, read as the one who asks may read it. The number of queries
 * depends on the fields of the collection and on nothing that is stored.
 * @throws APIError 404 when readers never knew the slug, or the collection has no pages
 */
export const deliver = async (
  question: DeliveryQuestion,
  options: DeliveryOptions,
): Promise<DeliveryAnswer> => {
  const { collection, locale: asked, req } = question
  const delivered = Object.hasOwn(options.collections, collection)
    ? options.collections[collection]
    : undefined
  if (!delivered) throw nothingThere({ collection, locale: asked })
  const answer = await findPage(question, options)
  if (!answer.doc) return { redirectTo: answer.redirectTo }
  const { _fallbacks: fallbacks, _locale: found, ...read } = answer.doc
  const doc = delivered.publicPart?.(read) ?? read
  const locale = typeof found === 'string' ? found : asked
  const site = await options.site({ locale, req: isolated(req, locale) })
  const page = await pageOf({
    collection,
    delivered,
    doc,
    fallbacks: Array.isArray(fallbacks) ? (fallbacks as DeliveryDocument['fallbacks']) : [],
    locale,
    options,
    req,
    site,
  })
  return { ...page, redirectTo: null }
}

/**
 * The document of a page, with all that stands in it. A document that fell back as a whole is read in its own language,
 * so that what it refers to is in that language as well.
 */
const findPage = async (
  question: DeliveryQuestion,
  options: DeliveryOptions,
): Promise<SlugAnswer> => {
  const { collection, draft = false, fallback, locale: asked, req } = question
  const previewed = await previewedDocument(question, options)
  if (previewed) return { doc: previewed, redirectTo: null }
  // Without `draft`, what readers see, whoever asks.
  const where = draft ? [] : publishedOnly({ collection, req })
  const whole = { collection, depth: 1, draft, populate: options.populate, req }
  if (!fallback) return resolveSlug({ ...question, ...whole, where }, slugOptions(options))
  const looked = { ...question, draft, isAnswer: false, select: { slug: true } as const, where }
  const answer = await resolveSlug(looked, slugOptions(options))
  if (!answer.doc) return answer
  const { _locale: found, id } = answer.doc
  const locale = typeof found === 'string' ? found : asked
  const [doc] = await readDocuments({
    ...whole,
    fallback: locale === asked ? fallback : undefined,
    hasJoins: true,
    isAnswer: true,
    locale,
    where: [{ id: { equals: id } }],
  })
  if (!doc) throw nothingThere({ collection, locale: asked })
  return { doc: { ...doc, _locale: locale }, redirectTo: null }
}

/** What a preview lets see, when it is what was asked for. */
const previewedDocument = async (
  { collection, locale, req, slug }: DeliveryQuestion,
  { populate, previewOf }: DeliveryOptions,
): Promise<Content | undefined> => {
  const preview = await previewOf?.(req)
  if (preview?.collection !== collection || preview.locale !== locale || !isSlug(slug)) return
  const doc: TypeWithID = await req.payload.findByID({
    id: preview.id,
    collection: collection as 'topics',
    depth: 1,
    draft: true,
    fallbackLocale: false,
    locale: locale as 'en',
    overrideAccess: false,
    // Payload's types follow the project's collections; a package does not know them.
    ...(populate ? { populate } : {}),
    req: inLanguage(req, locale),
  })
  const found = { ...doc } as Content
  return found.slug === slug ? found : undefined
}

type PageArgs = {
  collection: string
  delivered: DeliveredCollection
  doc: Content
  fallbacks: DeliveryDocument['fallbacks']
  locale: string
  options: DeliveryOptions
  req: PayloadRequest
  site: Site
}

const pageOf = async ({
  collection,
  delivered,
  doc,
  fallbacks,
  locale,
  options,
  req,
  site,
}: PageArgs): Promise<DeliveryDocument> => {
  const id = String(doc.id)
  const { config } = req.payload
  const canonical = site.pageUrl({ collection, locale, slug: textOf(doc.slug) })
  const about = { collection, delivered, doc, locale, req, site }
  // Each reads with a request of its own, so that they may run at the same time.
  const [alternates, neighbours, breadcrumbs, modifiedAt = null, document] = await Promise.all([
    alternatesOf({ collection, id, req, site }),
    neighboursOf(about),
    breadcrumbsOf({ ...about, canonical }),
    options.modifiedAt?.({ collection, id, locale, req }),
    rendered({ collection, doc, locale, options, req }),
  ])
  const page: DescribedPage = {
    base: canonical ?? `${config.serverURL}${config.routes.api}/${collection}/${id}`,
    canonical,
    collection,
    description: shorten(firstText(doc, delivered.description), longestDescription),
    doc,
    image: imageOf({
      doc,
      origin: config.serverURL,
      paths: delivered.images,
      sizes: options.imageSizes ?? [],
    }),
    language: options.languages[locale]?.hreflang ?? locale,
    locale,
    modifiedAt,
    publishedAt: typeof doc.publishedAt === 'string' ? doc.publishedAt : null,
    site,
    title: firstText(doc, delivered.title),
  }
  const shared = {
    ...page,
    alternates,
    languages: options.languages,
    siteName: site.name,
    type: delivered.openGraphType ?? 'website',
  }
  return {
    collection,
    id,
    locale,
    fallbacks,
    title: page.title,
    description: page.description,
    canonical,
    alternates: hreflangMap({ alternates, languages: options.languages, req }),
    breadcrumbs,
    publishedAt: page.publishedAt,
    modifiedAt,
    ...neighbours,
    image: page.image,
    openGraph: openGraphOf(shared),
    twitter: twitterOf(shared),
    jsonLd: jsonLdOf({ breadcrumbs, delivered, page }),
    document,
  }
}

const rendered = async ({
  collection,
  doc,
  locale,
  options: { renderRichText: render },
  req,
}: Omit<PageArgs, 'delivered' | 'fallbacks' | 'site'>): Promise<Content> => {
  if (!render) return doc
  const { flattenedFields: fields } = req.payload.collections[collection as 'topics'].config
  return renderTexts({ doc, fields, locale, render, req: isolated(req, locale) })
}
