import type { Resolved } from './render-rich-text.ts'
import { isInline, type RichTextNode, type RichTextRoot } from './rich-text-node.ts'

/**
 * The words of a rich text: paragraphs are parted by blank lines, the items of a list by line ends. Payload's own
 * converter puts quotations into the line before them and knows no nested lists.
 */
export const richTextToText = (root: RichTextRoot, resolved: Resolved): string =>
  paragraphsOf(root.children, resolved).join('\n\n')

const paragraphsOf = (nodes: RichTextNode[], resolved: Resolved): string[] => {
  const paragraphs: string[] = []
  let line = ''
  for (const node of nodes) {
    if (isInline(node)) {
      line += wordsOf(node, resolved)
      continue
    }
    paragraphs.push(line, ...paragraphsIn(node, resolved))
    line = ''
  }
  return [...paragraphs, line].map(tidy).filter(Boolean)
}

const paragraphsIn = (node: RichTextNode, resolved: Resolved): string[] => {
  if (node.type === 'block') return [wordsOfBlock(node.fields, resolved)]
  if (!('children' in node)) return []
  if (node.type === 'table') return [node.children.map((row) => cellsOf(row, resolved)).join('\n')]
  if (node.type !== 'list') return paragraphsOf(node.children, resolved)
  const signOf = (index: number) => (node.listType === 'number' ? `${node.start + index}. ` : '- ')
  const items = node.children.map((item, index) => itemOf(item, signOf(index), resolved))
  return [items.filter(Boolean).join('\n')]
}

const itemOf = (item: RichTextNode, sign: string, resolved: Resolved): string => {
  const children = childrenOf(item)
  const [first = '', ...rest] = paragraphsOf(children, resolved)
  // An item that begins with a list has no words of its own.
  const own = children[0]?.type === 'list' ? indented(first) : first && sign + first
  return [own, ...rest.map(indented)].filter(Boolean).join('\n')
}

const cellsOf = (row: RichTextNode, resolved: Resolved): string =>
  childrenOf(row)
    .map((cell) => paragraphsOf(childrenOf(cell), resolved).join(' '))
    .join(' | ')

const wordsOf = (node: RichTextNode, resolved: Resolved): string => {
  if (node.type === 'text') return node.text
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'tab') return '\t'
  if (node.type === 'inlineBlock') return wordsOfBlock(node.fields, resolved)
  // Spaces at the ends of a link are part of the line around it.
  return childrenOf(node)
    .map((child) =>
      isInline(child) ? wordsOf(child, resolved) : paragraphsIn(child, resolved).join(' '),
    )
    .join('')
}

const wordsOfBlock = (fields: Record<string, unknown>, { blockOf }: Resolved): string => {
  const block = blockOf(fields)
  return block ? block.renderer.text(block.fields) : ''
}

const childrenOf = (node: RichTextNode): RichTextNode[] => ('children' in node ? node.children : [])

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/** Spaces at line ends are nobody's words. */
const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
