import {
  type BlockFields,
  blockFields,
  type BlockRenderer,
  uploadsOfBlock,
} from './block-fields.ts'
import type { DeliveredUpload } from './delivered-upload.ts'
import { readLexical } from './read-lexical.ts'
import { richTextToHtml } from './rich-text-to-html.ts'
import { richTextToText } from './rich-text-to-text.ts'
import type { DocumentReference, LinkTarget, RichTextNode } from './rich-text-node.ts'
import { sanitize } from './sanitize.ts'

/** A rich text as websites want it. */
export type RenderedRichText = {
  /** Safe to put into a page as it is. */
  html: string
  /** For searches and descriptions: no markup, paragraphs parted by blank lines. */
  text: string
}

export type RichTextSource = {
  /** How the blocks of the project are written, by their slugs; a block that is not named here is left out. @default none */
  blocks?: Record<string, BlockRenderer>
  /** Hosts whose pages may be shown in frames. @default none */
  frameHosts?: readonly string[]
  /** The language of the text. */
  locale: string
  /** The website's address of a document, or nothing when readers have none: the link's words stay. */
  resolveLink: (target: DocumentReference & { locale: string }) => Promise<null | string>
  /** A file, when readers may see it. */
  resolveUpload: (file: DocumentReference & { locale: string }) => Promise<DeliveredUpload | null>
  /** What the database holds: Lexical's JSON, or anything else. */
  value: unknown
}

/** What the renderers ask for, all of it looked up before. */
export type Resolved = {
  blockOf: (
    fields: Record<string, unknown>,
  ) => { fields: BlockFields; renderer: BlockRenderer } | null
  linkOf: (target: LinkTarget) => { isOwn: boolean; url: string } | null
  uploadOf: (reference: DocumentReference) => DeliveredUpload | null
}

/**
 * A rich text as HTML and as plain text. Whatever the value is, it never throws, and the HTML holds no elements,
 * attributes and addresses but the allowed ones. Links and files are asked for all at once.
 */
export const renderRichText = async (source: RichTextSource): Promise<RenderedRichText> => {
  const { blocks = {}, frameHosts, locale, resolveLink, resolveUpload, value } = source
  const root = readLexical(value)
  const rendererOf = ({ blockType }: Record<string, unknown>): BlockRenderer | undefined =>
    typeof blockType === 'string' && Object.hasOwn(blocks, blockType)
      ? blocks[blockType]
      : undefined
  const { links, uploads } = referencesIn(root.children, rendererOf)
  const [urls, files] = await Promise.all([
    lookUp(links, (target) => resolveLink({ ...target, locale })),
    lookUp(uploads, (file) => resolveUpload({ ...file, locale })),
  ])
  const uploadOf: Resolved['uploadOf'] = (file) => files.get(keyOf(file)) ?? null
  const resolved: Resolved = {
    blockOf: (fields) => {
      const renderer = rendererOf(fields)
      return renderer
        ? { fields: blockFields({ fields, locale, uploadOf, uploads: renderer.uploads }), renderer }
        : null
    },
    linkOf: (target) => {
      if (!target) return null
      if ('url' in target) return { isOwn: false, url: target.url }
      const url = urls.get(keyOf(target))
      return url ? { isOwn: true, url } : null
    },
    uploadOf,
  }
  return {
    html: sanitize(richTextToHtml(root, resolved), frameHosts),
    text: richTextToText(root, resolved),
  }
}

type References = { links: DocumentReference[]; uploads: DocumentReference[] }

const referencesIn = (
  nodes: RichTextNode[],
  rendererOf: (fields: Record<string, unknown>) => BlockRenderer | undefined,
): References => {
  const found: References = { links: [], uploads: [] }
  const visit = (node: RichTextNode): void => {
    if (node.type === 'link' && node.target && 'id' in node.target) found.links.push(node.target)
    if (node.type === 'upload') found.uploads.push({ collection: node.collection, id: node.id })
    if (node.type === 'block' || node.type === 'inlineBlock') {
      const { fields } = node
      found.uploads.push(...uploadsOfBlock({ fields, uploads: rendererOf(fields)?.uploads }))
    }
    if ('children' in node) node.children.forEach(visit)
  }
  nodes.forEach(visit)
  return found
}

/** Asks once for each, and for all at the same time, so that whoever answers can look them up together. */
const lookUp = async <Answer>(
  references: DocumentReference[],
  ask: (reference: DocumentReference) => Promise<Answer | null>,
): Promise<Map<string, Answer>> => {
  const different = new Map(references.map((reference) => [keyOf(reference), reference]))
  const answers = await Promise.all(
    [...different].map(async ([key, reference]) => [key, await ask(reference)] as const),
  )
  return new Map(answers.flatMap(([key, answer]) => (answer === null ? [] : [[key, answer]])))
}

const keyOf = ({ collection, id }: DocumentReference): string => `${collection}/${id}`
