import type { DeliveryDocument } from '@qiao/delivery'

type RichText = { html: string }

/** What a simple website makes of a delivery document, and of nothing else: a whole page of HTML. */
export const pageOfDelivery = (page: DeliveryDocument): string => {
  const { document: doc, image, locale, next, previous } = page
  const language = Object.keys(page.alternates).find(
    (tag) => tag !== 'x-default' && page.alternates[tag] === page.canonical,
  )
  const texts = Object.values(doc).filter(isRichText)
  const heading = asText(doc.title ?? doc.name)
  return `<!doctype html>
<html lang="${escape(language ?? locale)}">
<head>
<meta charset="utf-8">
<title>${escape(page.title)}</title>
<meta name="description" content="${escape(page.description)}">
<link rel="canonical" href="${escape(page.canonical ?? '')}">
${Object.entries(page.alternates)
  .map(([tag, url]) => `<link rel="alternate" hreflang="${tag}" href="${escape(url)}">`)
  .join('\n')}
${page.openGraph
  .map(({ content, property }) => `<meta property="${property}" content="${escape(content)}">`)
  .join('\n')}
${page.twitter
  .map(({ content, name }) => `<meta name="${name}" content="${escape(content)}">`)
  .join('\n')}
<script type="application/ld+json">${JSON.stringify(page.jsonLd).replaceAll('<', '\\u003c')}</script>
</head>
<body>
<nav aria-label="breadcrumbs">${page.breadcrumbs.map(link).join(' / ')}</nav>
<main>
<h1>${escape(heading)}</h1>
<time datetime="${page.publishedAt ?? ''}">${page.publishedAt?.slice(0, 10) ?? ''}</time>
${image ? `<img alt="${escape(image.alt)}" height="${image.height}" src="${escape(image.url)}" width="${image.width}">` : ''}
<p class="summary">${escape(asText(doc.summary))}</p>
${texts.map(({ html }) => html).join('\n')}
</main>
<footer>${[previous, next]
    .filter((neighbour) => neighbour !== null)
    .map(link)
    .join(' ')}</footer>
</body>
</html>`
}

const link = ({ title, url }: { title: string; url: null | string }): string =>
  url === null ? escape(title) : `<a href="${escape(url)}">${escape(title)}</a>`

const isRichText = (value: unknown): value is RichText =>
  typeof value === 'object' && value !== null && 'html' in value

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
