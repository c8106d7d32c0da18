import { type BlockRenderer, element } from '@qiao/delivery'
import { paragraphs } from './paragraphs.ts'

export const questionAndAnswerToHtml: BlockRenderer = {
  html: (block) =>
    element('dl', {
      children: [
        element('dt', { children: block.text('question') }),
        element('dd', { children: paragraphs(block.text('answer')) }),
      ],
      class: 'question-and-answer',
    }),
  text: (block) => [block.text('question'), block.text('answer')].filter(Boolean).join('\n'),
}
