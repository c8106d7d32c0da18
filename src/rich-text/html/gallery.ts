import { type BlockRenderer, element } from '@qiao/delivery'
import { captionOf, figureOf } from './image.ts'

export const galleryToHtml: BlockRenderer = {
  html: (block) => {
    const figures = block.rows('images').map(figureOf).filter(Boolean)
    return figures.length > 0 && element('div', { children: figures, class: 'gallery' })
  },
  text: (block) => block.rows('images').map(captionOf).filter(Boolean).join('\n'),
  uploads: { 'images.image': 'media' },
}
