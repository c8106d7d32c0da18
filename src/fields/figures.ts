import type { ArrayField } from 'payload'
import { currencyField } from './currency.ts'
import { partialDate } from './partial-date.ts'

/**
 * Dated and sourced numbers. Sources disagree, so a newer figure is added beside the older one and none is overwritten;
 * summaries show the newest per metric.
 */
export const figuresField = (): ArrayField => ({
  name: 'figures',
  type: 'array',
  label: { en: 'Figures', zh: '数据' },
  labels: {
    singular: { en: 'Figure', zh: '数据' },
    plural: { en: 'Figures', zh: '数据' },
  },
  admin: {
    description: {
      en: 'Add a new row when a number changes; keep the old one with its date and source.',
      zh: '数字有变化时请新增一行，保留旧数字及其日期和来源。',
    },
    initCollapsed: true,
  },
  fields: [
    {
      name: 'metric',
      type: 'text',
      label: { en: 'What is counted', zh: '统计项目' },
      localized: true,
      required: true,
      admin: { placeholder: { en: 'Member organisations', zh: '会员单位' } },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'qualifier',
          type: 'select',
          label: { en: 'Precision', zh: '准确程度' },
          localized: false,
          defaultValue: 'exact',
          options: qualifierOptions(),
          admin: { isClearable: false, width: '33%' },
        },
        {
          name: 'value',
          type: 'number',
          label: { en: 'Value', zh: '数值' },
          localized: false,
          required: true,
          admin: { width: '33%' },
        },
        {
          name: 'unit',
          type: 'text',
          label: { en: 'Unit', zh: '单位' },
          localized: true,
          admin: { placeholder: { en: 'people', zh: '人' }, width: '34%' },
        },
      ],
    },
    currencyField({
      condition: isSum,
      description: {
        en: 'Only for sums of money; websites then format the value themselves.',
        zh: '仅在数值为金额时填写，由网站按币种显示。',
      },
      required: false,
    }),
    partialDate({ name: 'asOf', label: { en: 'As of', zh: '截至' }, required: true }),
    {
      name: 'source',
      type: 'text',
      label: { en: 'Source', zh: '来源' },
      localized: false,
      admin: {
        placeholder: { en: 'Annual report 2021, or a web address', zh: '《2021 年度报告》或网址' },
      },
    },
  ],
})

/** How exact a number is; shared by figures and by the attendance of an event. */
export function qualifierOptions() {
  return [
    { label: { en: 'Exactly', zh: '确切' }, value: 'exact' },
    { label: { en: 'About', zh: '约' }, value: 'about' },
    { label: { en: 'More than', zh: '超过' }, value: 'more-than' },
    { label: { en: 'Up to', zh: '至多' }, value: 'up-to' },
  ]
}

/** What is counted in people or villages is not money. A currency that is there is always shown, so that it can be changed. */
function isSum(
  _data: unknown,
  { currency, unit }: { currency?: unknown; unit?: unknown },
): boolean {
  return Boolean(currency) || !unit
}
