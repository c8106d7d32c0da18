import { type BlockRenderer, element } from '@qiao/delivery'
import { paragraphs } from './paragraphs.ts'

export const callToActionToHtml: BlockRenderer = {
  html: (block) => {
    const href = block.address('url')
    const label = block.text('label')
    return element('div', {
      children: [
        paragraphs(block.text('text')),
        element('p', {
          children: href
            ? element('a', { children: label, href, rel: 'noopener noreferrer' })
            : label,
        }),
      ],
      class: 'call-to-action',
    })
  },
  text: (block) => [block.text('text'), block.text('label')].filter(Boolean).join('\n'),
}
