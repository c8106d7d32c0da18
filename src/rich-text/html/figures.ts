import { type BlockFields, type BlockRenderer, element, type Html } from '@qiao/delivery'
import type { Bilingual } from '../../localization.ts'

/** Numbers with what they count; none without its date, and with its source where it has one. */
export const figuresToHtml: BlockRenderer = {
  html: (block) =>
    element('dl', { children: block.rows('figures').map(figureToHtml), class: 'figures' }),
  text: (block) => block.rows('figures').map(figureToText).filter(Boolean).join('\n'),
}

const figureToHtml = (figure: BlockFields): Html => {
  const value = figure.number('value')
  if (value === null) return null
  const unit = figure.text('unit')
  const date = dateOf(figure)
  const source = figure.text('source')
  return element('div', {
    children: [
      element('dt', { children: figure.text('metric') }),
      element('dd', {
        children: [
          element('data', { children: numberOf(value, figure), value }),
          unit && wordsOf(figure).space + unit,
        ],
      }),
      (date !== null || source !== '') &&
        element('dd', {
          children: element('small', {
            children: [
              date && [
                wordsOf(figure).asOf,
                element('time', { children: date.text, datetime: date.iso }),
              ],
              date && source ? wordsOf(figure).semicolon : '',
              source && wordsOf(figure).source + source,
            ],
          }),
        }),
    ],
  })
}

const figureToText = (figure: BlockFields): string => {
  const value = figure.number('value')
  if (value === null) return ''
  const words = wordsOf(figure)
  const date = dateOf(figure)
  const source = figure.text('source')
  const notes = [date && words.asOf + date.text, source && words.source + source].filter(Boolean)
  return [
    `${figure.text('metric')}${words.colon}${[numberOf(value, figure), figure.text('unit')].filter(Boolean).join(words.space)}`,
    notes.length > 0 && words.brackets.replace('…', notes.join(words.semicolon)),
  ]
    .filter(Boolean)
    .join('')
}

const numberOf = (value: number, { locale }: BlockFields): string =>
  new Intl.NumberFormat(locale).format(value)

const dateOf = (figure: BlockFields): null | { iso: string; text: string } => {
  const date = figure.date('asOf')
  return (
    date && {
      iso: date.toISOString().slice(0, 10),
      // Editors pick a day; the hour that is stored with it is noon in UTC.
      text: new Intl.DateTimeFormat(figure.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        date,
      ),
    }
  )
}

const words = {
  asOf: { en: 'as of ', zh: '截至' },
  brackets: { en: ' (…)', zh: '（…）' },
  colon: { en: ': ', zh: '：' },
  semicolon: { en: '; ', zh: '；' },
  space: { en: ' ', zh: '' },
  source: { en: 'source: ', zh: '来源：' },
} satisfies Record<string, Bilingual>

const wordsOf = ({ locale }: BlockFields): Record<keyof typeof words, string> => {
  const language = locale === 'zh' ? 'zh' : 'en'
  return {
    asOf: words.asOf[language],
    brackets: words.brackets[language],
    colon: words.colon[language],
    semicolon: words.semicolon[language],
    source: words.source[language],
    space: words.space[language],
  }
}
