import type { Block } from 'payload'

export const questionAndAnswerBlock: Block = {
  slug: 'questionAndAnswer',
  interfaceName: 'QuestionAndAnswerBlock',
  admin: { disableBlockName: true },
  labels: {
    singular: { en: 'Question and answer', zh: '问答' },
    plural: { en: 'Questions and answers', zh: '问答' },
  },
  fields: [
    {
      name: 'question',
      type: 'text',
      label: { en: 'Question', zh: '问题' },
      localized: false,
      required: true,
    },
    {
      name: 'answer',
      type: 'textarea',
      label: { en: 'Answer', zh: '回答' },
      localized: false,
      required: true,
    },
  ],
}
