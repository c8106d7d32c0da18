/**
 * A piece of HTML before it is written down. Texts are texts: they are escaped when they are written, so nobody who
 * puts pieces together can forget it.
 */
export type Html = false | HtmlElement | null | readonly Html[] | string | WrittenHtml

export type HtmlElement = { attributes: Attributes; children: Html; tag: string }

type Attributes = Record<string, boolean | null | number | string | undefined>

/** HTML that this package has written itself. */
type WrittenHtml = { [written]: string }

const written = Symbol('written')

/** An element, such as `element('a', { children: 'Donate', href: url })`; what is `null` or `false` is left out. */
export const element = (
  tag: string,
  {
    children = null,
    ...attributes
  }: { [name: string]: Html | number | true | undefined; children?: Html } = {},
): HtmlElement => ({ attributes: attributes as Attributes, children, tag })

/** Marks HTML that was made of escaped pieces, so that it is not escaped again. */
export const alreadyWritten = (html: string): WrittenHtml => ({ [written]: html })

/** A text whose line breaks stay. */
export const withLineBreaks = (text: string): Html =>
  text.split('\n').flatMap((line, index): Html[] => (index === 0 ? [line] : [element('br'), line]))

/** Writes pieces of HTML down. */
export const writeHtml = (html: Html): string => {
  if (html === null || html === false) return ''
  if (typeof html === 'string') return escapeHtml(html)
  if (isList(html)) return html.map(writeHtml).join('')
  if (written in html) return html[written]
  const { attributes, children, tag } = html
  const start = `<${tag}${Object.entries(attributes).map(writeAttribute).join('')}>`
  return voidTags.has(tag) ? start : `${start}${writeHtml(children)}</${tag}>`
}

const voidTags = new Set(['br', 'hr', 'img'])

const writeAttribute = ([name, value]: [string, Attributes[string]]): string => {
  if (value === null || value === undefined || value === false) return ''
  return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
}

/** A text as it can stand in HTML, also between quotation marks. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

const entities: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

const isList = (html: Html): html is readonly Html[] => Array.isArray(html)
