import { type BlockFields, type BlockRenderer, element } from '@qiao/delivery'
import { paragraphs } from './paragraphs.ts'

export const quoteToHtml: BlockRenderer = {
  html: (block) => {
    const [person, position] = [block.text('person'), block.text('position')]
    return element('figure', {
      children: [
        element('blockquote', { children: paragraphs(block.text('text')) }),
        (person || position) &&
          element('figcaption', {
            children: [
              person && element('cite', { children: person }),
              person && position ? commaOf(block) : '',
              position,
            ],
          }),
      ],
      class: 'quote',
    })
  },
  text: (block) => {
    const said = [block.text('person'), block.text('position')].filter(Boolean).join(commaOf(block))
    return [block.text('text'), said && `— ${said}`].filter(Boolean).join('\n')
  },
}

const commaOf = ({ locale }: BlockFields): string => (locale === 'zh' ? '，' : ', ')
