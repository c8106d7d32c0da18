import {
  convertLexicalToHTML,
  defaultHTMLConverters,
  type HTMLConverters,
} from '@payloadcms/richtext-lexical/html'

import { alreadyWritten, element, type Html, writeHtml } from './element.ts'
import { uploadElement } from './delivered-upload.ts'
import type { Resolved } from './render-rich-text.ts'
import type { RichTextNode, RichTextRoot } from './rich-text-node.ts'

/**
 * Writes a rich text as HTML. Payload's own converters write what they write well; the others give styles, classes and
 * form fields, where a website wants elements that say what they are.
 */
export const richTextToHtml = (root: RichTextRoot, resolved: Resolved): string =>
  convertLexicalToHTML({
    converters: convertersFor(resolved),
    // What was read has the shape of the editor's state, without what only the editor needs.
    data: { root: withoutEmptyParagraphs(root) } as unknown as Parameters<
      typeof convertLexicalToHTML
    >[0]['data'],
    disableContainer: true,
    // Where a line begins is the website's business.
    disableIndent: true,
    disableTextAlign: true,
  })

type Convert = (node: RichTextNode, children: Html) => Html

/** One of our converters in the form of Payload's. */
const own =
  (convert: Convert) =>
  // Payload types each converter by the node of its name, which these read by themselves.
  ({
    node,
    nodesToHTML,
  }: {
    node: unknown
    nodesToHTML: (args: { nodes: never[] }) => string[]
  }) => {
    const known = node as RichTextNode
    const children = 'children' in known ? nodesToHTML({ nodes: known.children as never[] }) : []
    return writeHtml(convert(known, alreadyWritten(children.join(''))))
  }

const convertersFor = ({ blockOf, linkOf, uploadOf }: Resolved): HTMLConverters => {
  const { heading, horizontalrule, linebreak, paragraph, quote, tab } = defaultHTMLConverters
  const block = own((node) => {
    const known = node.type === 'block' || node.type === 'inlineBlock' ? blockOf(node.fields) : null
    return known?.renderer.html(known.fields) ?? null
  })
  const converters = {
    heading,
    horizontalrule,
    linebreak,
    link: own((node, children) => {
      const link = node.type === 'link' ? linkOf(node.target) : null
      return link
        ? element('a', { children, href: link.url, rel: link.isOwn ? null : 'noopener noreferrer' })
        : children
    }),
    list: own((node, children) => {
      if (node.type !== 'list') return children
      const isNumbered = node.listType === 'number'
      return element(isNumbered ? 'ol' : 'ul', {
        children,
        start: isNumbered && node.start !== 1 ? node.start : null,
      })
    }),
    listitem: (args: Parameters<ReturnType<typeof own>>[0] & { parent: unknown }) =>
      own((node, children) => {
        const { listType } = args.parent as { listType?: string }
        const isTask = node.type === 'listitem' && listType === 'check'
        return element('li', {
          children,
          'data-checked': isTask ? String(node.checked) : null,
        })
      })(args),
    paragraph,
    quote,
    tab,
    table: own((_, children) => element('table', { children: element('tbody', { children }) })),
    tablecell: own((node, children) => {
      if (node.type !== 'tablecell') return children
      const { colSpan, headerState, rowSpan } = node
      return element(headerState > 0 ? 'th' : 'td', {
        children,
        colspan: colSpan > 1 ? colSpan : null,
        rowspan: rowSpan > 1 ? rowSpan : null,
        // Lexical adds 1 for the header of a column and 2 for that of a row.
        scope: headerState > 0 ? (headerState === 2 ? 'row' : 'col') : null,
      })
    }),
    tablerow: own((_, children) => element('tr', { children })),
    text: own((node) => (node.type === 'text' ? formatted(node.text, node.format) : null)),
    unknown: block,
    upload: own((node) => {
      const upload = node.type === 'upload' ? uploadOf(node) : null
      return upload && element('figure', { children: uploadElement(upload) })
    }),
  }
  return converters
}

/** The formats of a text, by the bits that Lexical keeps them in, the innermost first. */
const formats = [
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
  [4, 's'],
  [8, 'u'],
  [2, 'em'],
  [1, 'strong'],
] as const

const formatted = (text: string, format: number): Html =>
  formats.reduce<Html>(
    (children, [bit, tag]) => (format & bit ? element(tag, { children }) : children),
    text,
  )

/** Empty lines are for the eye of whoever writes; between paragraphs a website makes its own room. */
const withoutEmptyParagraphs = ({ children, type }: RichTextRoot): RichTextRoot => ({
  children: children.filter((node) => node.type !== 'paragraph' || node.children.some(isSeen)),
  type,
})

const isSeen = (node: RichTextNode): boolean =>
  node.type === 'text' ? node.text.trim() !== '' : !['linebreak', 'tab'].includes(node.type)
