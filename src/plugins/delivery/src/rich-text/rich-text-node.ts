/** A rich text whose shape is known: what `readLexical` makes of any JSON. */
export type RichTextRoot = { children: RichTextNode[]; type: 'root' }

export type RichTextNode =
  | { children: RichTextNode[]; type: 'paragraph' | 'quote' | 'table' | 'tablerow' }
  | {
      children: RichTextNode[]
      colSpan: number
      headerState: number
      rowSpan: number
      type: 'tablecell'
    }
  | { children: RichTextNode[]; tag: HeadingTag; type: 'heading' }
  | { children: RichTextNode[]; listType: ListType; start: number; type: 'list' }
  | { checked: boolean; children: RichTextNode[]; type: 'listitem' }
  | { children: RichTextNode[]; target: LinkTarget; type: 'link' }
  | { fields: Record<string, unknown>; type: 'block' | 'inlineBlock' }
  | { format: number; text: string; type: 'text' }
  | { type: 'horizontalrule' | 'linebreak' | 'tab' }
  | { collection: string; id: string; type: 'upload' }

export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'

export type ListType = 'bullet' | 'check' | 'number'

/** Where a link leads: to a document, or to an address; to nothing when it is neither. */
export type LinkTarget = DocumentReference | { url: string } | null

export type DocumentReference = { collection: string; id: string }

/** The nodes that stand within a line. */
export const isInline = ({ type }: RichTextNode): boolean => inlineTypes.has(type)

const inlineTypes = new Set(['inlineBlock', 'linebreak', 'link', 'tab', 'text'])
