import { isRecord } from '../is-record.ts'
import { cleanText } from './clean-text.ts'
import { readLinkTarget, readReference } from './read-link-target.ts'
import type { HeadingTag, ListType, RichTextNode, RichTextRoot } from './rich-text-node.ts'
import { isInline } from './rich-text-node.ts'

/**
 * Reads what a database holds as a rich text, whatever it is: types are checked, unknown nodes leave their text, and
 * nothing is read deeper than any editor nests, so that all that comes after may trust the shape and recurse.
 */
export const readLexical = (value: unknown): RichTextRoot => {
  const root = isRecord(value) ? value.root : undefined
  const reading: Reading = { depth: 0, seen: new WeakSet() }
  return { children: inParagraphs(childrenOf(root, reading)), type: 'root' }
}

type Reading = {
  depth: number
  /** JSON holds each node once; what is met again would go round in circles. */
  seen: WeakSet<object>
}

/** Lists within lists within tables reach a dozen. */
const deepest = 64

const childrenOf = (parent: unknown, { depth, seen }: Reading): RichTextNode[] => {
  if (!isRecord(parent) || !Array.isArray(parent.children)) return []
  seen.add(parent)
  if (depth >= deepest) return textBelow(parent, seen)
  return parent.children.flatMap((child) => readNode(child, { depth: depth + 1, seen }))
}

const readNode = (node: unknown, reading: Reading): RichTextNode[] => {
  if (!isRecord(node) || reading.seen.has(node)) return []
  const { type } = node
  const read = typeof type === 'string' && Object.hasOwn(readers, type) ? readers[type] : undefined
  return read?.(node, reading) ?? readUnknown(node, reading)
}

type Read = (node: Record<string, unknown>, reading: Reading) => RichTextNode[]

const withChildren =
  (type: 'paragraph' | 'quote' | 'table' | 'tablerow'): Read =>
  (node, reading) => [{ children: childrenOf(node, reading), type }]

const readLink: Read = (node, reading) => [
  { children: childrenOf(node, reading), target: readLinkTarget(node.fields), type: 'link' },
]

const readBlock =
  (type: 'block' | 'inlineBlock'): Read =>
  ({ fields }) =>
    isRecord(fields) ? [{ fields, type }] : []

const readers: Record<string, Read | undefined> = {
  autolink: readLink,
  block: readBlock('block'),
  heading: (node, reading) => [
    { children: childrenOf(node, reading), tag: headingTag(node.tag), type: 'heading' },
  ],
  horizontalrule: () => [{ type: 'horizontalrule' }],
  inlineBlock: readBlock('inlineBlock'),
  linebreak: () => [{ type: 'linebreak' }],
  link: readLink,
  list: (node, reading) => [
    {
      // Anything else in a list would be no HTML.
      children: childrenOf(node, reading).map((child) =>
        child.type === 'listitem' ? child : { checked: false, children: [child], type: 'listitem' },
      ),
      listType: listType(node.listType),
      start: wholeNumber(node.start, 1),
      type: 'list',
    },
  ],
  listitem: (node, reading) => [
    { checked: node.checked === true, children: childrenOf(node, reading), type: 'listitem' },
  ],
  paragraph: withChildren('paragraph'),
  quote: withChildren('quote'),
  tab: () => [{ type: 'tab' }],
  table: withChildren('table'),
  tablecell: (node, reading) => [
    {
      children: childrenOf(node, reading),
      colSpan: wholeNumber(node.colSpan, 1),
      headerState: wholeNumber(node.headerState, 0),
      rowSpan: wholeNumber(node.rowSpan, 1),
      type: 'tablecell',
    },
  ],
  tablerow: withChildren('tablerow'),
  text: ({ format, text }) => [
    { format: wholeNumber(format, 0), text: cleanText(text), type: 'text' },
  ],
  upload: ({ relationTo, value }) => {
    const reference = readReference({ relationTo, value })
    return reference ? [{ ...reference, type: 'upload' }] : []
  },
}

const readUnknown: Read = (node, reading) => [
  ...(typeof node.text === 'string'
    ? [{ format: 0, text: cleanText(node.text), type: 'text' } as const]
    : []),
  ...childrenOf(node, reading),
]

/** All text below a node, without recursion: this deep, only the words are left to save. */
const textBelow = (parent: unknown, seen: WeakSet<object>): RichTextNode[] => {
  const found: string[] = []
  const open: unknown[] = [parent]
  while (open.length > 0) {
    const node = open.pop()
    if (!isRecord(node)) continue
    if (typeof node.text === 'string') found.push(cleanText(node.text))
    if (!Array.isArray(node.children)) continue
    for (const child of (node.children as unknown[]).toReversed()) {
      if (!isRecord(child) || seen.has(child)) continue
      seen.add(child)
      open.push(child)
    }
  }
  const text = found.filter(Boolean).join(' ')
  return text ? [{ format: 0, text, type: 'text' }] : []
}

/** Puts what stands outside of paragraphs into ones. */
const inParagraphs = (nodes: RichTextNode[]): RichTextNode[] => {
  const blocks: RichTextNode[] = []
  let line: RichTextNode[] | undefined
  for (const node of nodes) {
    if (!isInline(node)) {
      blocks.push(node)
      line = undefined
    } else if (line) {
      line.push(node)
    } else {
      line = [node]
      blocks.push({ children: line, type: 'paragraph' })
    }
  }
  return blocks
}

const headingTag = (value: unknown): HeadingTag =>
  (['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).find((tag) => tag === value) ?? 'h2'

const listType = (value: unknown): ListType =>
  (['bullet', 'check', 'number'] as const).find((type) => type === value) ?? 'bullet'

const wholeNumber = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 10_000
    ? value
    : otherwise
