import type { DeliveryOptions } from '../options.ts'
import type { Alternate } from './alternates-of.ts'
import type { DeliveryDocument, SharedImage } from './delivery-document.ts'

type Shared = {
  alternates: Alternate[]
  canonical: null | string
  description: string
  image: null | SharedImage
  languages: DeliveryOptions['languages']
  locale: string
  modifiedAt: null | string
  publishedAt: null | string
  siteName: string
  title: string
  type: string
}

/** Open Graph, https://ogp.me: of an article with its times. */
export const openGraphOf = ({
  alternates,
  canonical,
  description,
  image,
  languages,
  locale,
  modifiedAt,
  publishedAt,
  siteName,
  title,
  type,
}: Shared): DeliveryDocument['openGraph'] => {
  const isArticle = type === 'article'
  return [
    ['og:type', type],
    ['og:title', title],
    ['og:description', description],
    ['og:url', canonical],
    ['og:site_name', siteName],
    ['og:locale', languages[locale]?.openGraph],
    ...alternates
      .filter((alternate) => alternate.locale !== locale)
      .map((alternate) => ['og:locale:alternate', languages[alternate.locale]?.openGraph]),
    ['og:image', image?.url],
    ['og:image:type', image?.type],
    ['og:image:width', image?.width],
    ['og:image:height', image?.height],
    ['og:image:alt', image?.alt],
    ['article:published_time', isArticle ? publishedAt : null],
    ['article:modified_time', isArticle ? modifiedAt : null],
  ].flatMap(([property, content]) =>
    isSaid(content) ? [{ property: String(property), content: String(content) }] : [],
  )
}

/** The card of a shared link, with a large picture when there is one. */
export const twitterOf = ({
  description,
  image,
  title,
}: Pick<Shared, 'description' | 'image' | 'title'>): DeliveryDocument['twitter'] =>
  [
    ['twitter:card', image ? 'summary_large_image' : 'summary'],
    ['twitter:title', title],
    ['twitter:description', description],
    ['twitter:image', image?.url],
    ['twitter:image:alt', image?.alt],
  ].flatMap(([name, content]) =>
    isSaid(content) ? [{ name: String(name), content: String(content) }] : [],
  )

const isSaid = (content: unknown): boolean =>
  content !== undefined && content !== null && content !== ''
