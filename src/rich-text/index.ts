import { BlocksFeature, FixedToolbarFeature, lexicalEditor } from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'
import { nameRows } from '../fields/name-rows.ts'
import type { Bilingual } from '../localization.ts'
import { callToActionBlock } from './blocks/call-to-action.ts'
import { embedBlock } from './blocks/embed.ts'
import { figuresBlock } from './blocks/figures.ts'
import { galleryBlock } from './blocks/gallery.ts'
import { imageBlock } from './blocks/image.ts'
import { questionAndAnswerBlock } from './blocks/question-and-answer.ts'
import { quoteBlock } from './blocks/quote.ts'
import { tableBlock } from './blocks/table.ts'

/** What an editor can put between paragraphs. */
export const richTextBlocks = [
  imageBlock,
  galleryBlock,
  quoteBlock,
  figuresBlock,
  callToActionBlock,
  tableBlock,
  embedBlock,
  questionAndAnswerBlock,
]

/** The editor every rich text of this project uses. */
export const richTextEditor = lexicalEditor({
  features: ({ defaultFeatures }) => [
    // Uploads and plain relationships have blocks of their own, with captions and rules.
    ...defaultFeatures.filter(({ key }) => key !== 'upload' && key !== 'relationship'),
    BlocksFeature({
      blocks: richTextBlocks.map((block) => ({ ...block, fields: nameRows(block.fields) })),
    }),
    // Seen before it is asked for: an office writes here, not only people who know the slash.
    FixedToolbarFeature(),
  ],
})

/** A localized rich text. The whole text belongs to one language, so nothing inside is localized again. */
export const richText = ({
  name,
  description,
  label,
  required = false,
}: {
  name: string
  description?: Bilingual
  label: Bilingual
  required?: boolean
}): RichTextField => ({
  name,
  type: 'richText',
  label,
  localized: true,
  required,
  admin: { description },
})
