import { randomBytes } from 'node:crypto'
import type { Reference } from './reference.ts'

type Node = Record<string, unknown> & { type: string }

/** A rich text in Lexical's JSON: each string is a paragraph, each node stands as it is. */
export const richText = (...parts: (Node | string)[]): { root: Node } => ({
  root: element({
    children: parts.map((part) => (typeof part === 'string' ? paragraph(part) : part)),
    type: 'root',
  }),
})

export const heading = (text: string): Node =>
  element({ children: [textNode(text)], tag: 'h2', type: 'heading' })

export const bulletList = (...items: string[]): Node =>
  element({
    children: items.map((item, index) =>
      element({ children: [textNode(item)], type: 'listitem', value: index + 1 }),
    ),
    listType: 'bullet',
    start: 1,
    tag: 'ul',
    type: 'list',
  })

export const quoteBlock = (fields: { person?: string; position?: string; text: string }): Node =>
  block('quote', fields)

export const imageBlock = (fields: { caption?: string; image: Reference }): Node =>
  block('image', fields)

export const figuresBlock = (
  ...figures: { asOf: string; metric: string; source?: string; unit?: string; value: number }[]
): Node => block('figures', { figures: figures.map((figure) => ({ ...figure, id: newId() })) })

const paragraph = (text: string): Node =>
  element({ children: [textNode(text)], textFormat: 0, textStyle: '', type: 'paragraph' })

const textNode = (text: string): Node => ({
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text,
  type: 'text',
  version: 1,
})

const element = (node: Node): Node => ({
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...node,
})

const block = (blockType: string, fields: Record<string, unknown>): Node => ({
  fields: { ...fields, blockName: '', blockType, id: newId() },
  format: '',
  type: 'block',
  version: 2,
})

/** Payload tells blocks and rows apart by ids of this form. */
const newId = (): string => randomBytes(12).toString('hex')
