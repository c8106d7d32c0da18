import type { DateFieldValidation, GroupField } from 'payload'
import type { Bilingual } from '../localization.ts'

const precisions = [
  { label: { en: 'Year', zh: '仅年份' }, value: 'year' },
  { label: { en: 'Month', zh: '年月' }, value: 'month' },
  { label: { en: 'Day', zh: '年月日' }, value: 'day' },
]

/**
 * A date that is known to the year, the month or the day: `{ date, precision }`.
 * `date` is an ISO timestamp of which only the first parts count; a year is stored as its 1 January.
 */
export const partialDate = ({
  name,
  description,
  label,
  required = false,
  validate,
}: {
  name: string
  description?: Bilingual
  label: Bilingual
  required?: boolean
  /** A further rule for the date. */
  validate?: DateFieldValidation
}): GroupField => ({
  name,
  type: 'group',
  // The date carries the name; a heading above it would say it twice.
  label: false,
  admin: { description, hideGutter: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'date',
          type: 'date',
          label,
          localized: false,
          required,
          ...(validate ? { validate } : {}),
          admin: {
            date: { displayFormat: 'yyyy-MM-dd', pickerAppearance: 'dayOnly' },
            width: '50%',
          },
        },
        {
          name: 'precision',
          type: 'select',
          label: { en: 'Known to the', zh: '精确到' },
          localized: false,
          defaultValue: 'day',
          options: precisions,
          admin: {
            condition: (_data, sibling) => Boolean(sibling.date),
            isClearable: false,
            width: '50%',
          },
        },
      ],
    },
  ],
})
