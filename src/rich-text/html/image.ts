import {
  type BlockFields,
  type BlockRenderer,
  element,
  type Html,
  uploadElement,
} from '@qiao/delivery'

/** A picture with its caption, or the one that is kept with the file, and who made it. */
export const imageToHtml: BlockRenderer = {
  html: (block) => figureOf(block),
  text: (block) => captionOf(block),
  uploads: { image: 'media' },
}

export const figureOf = (block: BlockFields): Html => {
  const upload = block.upload('image')
  if (!upload) return null
  const caption = captionOf(block)
  const { credit } = upload.doc
  const maker =
    typeof credit === 'string' && credit !== '' && element('small', { children: credit })
  return element('figure', {
    children: [
      uploadElement(upload),
      (caption || maker) &&
        element('figcaption', { children: [caption, caption && maker ? ' ' : '', maker] }),
    ],
  })
}

/** Without its picture a caption tells of nothing. */
export const captionOf = (block: BlockFields): string => {
  const upload = block.upload('image')
  if (!upload) return ''
  const { caption } = upload.doc
  return block.text('caption') || (typeof caption === 'string' ? caption : '')
}
