import type { Condition, SelectField } from 'payload'
import { type Bilingual, inUsersLanguage } from '../localization.ts'

const english = new Intl.DisplayNames(['en'], { type: 'currency' })
const chinese = new Intl.DisplayNames(['zh-Hans'], { type: 'currency' })
const codes = Intl.supportedValuesOf('currency')

const options = codes.map((code) => ({
  label: { en: `${code} · ${english.of(code)}`, zh: `${code} · ${chinese.of(code)}` },
  value: code,
}))

/** A currency as its ISO 4217 code; names come from the runtime's own Unicode data. */
export const currencyField = ({
  condition,
  description,
  required = true,
}: {
  condition?: Condition
  description?: Bilingual
  required?: boolean
} = {}): SelectField => ({
  name: 'currency',
  type: 'select',
  label: { en: 'Currency', zh: '币种' },
  localized: false,
  options,
  required,
  admin: { condition, description, isClearable: !required, width: '50%' },
  validate: (value, { req }) => {
    if (!required && !value) return true
    if (typeof value === 'string' && codes.includes(value)) return true
    return inUsersLanguage({
      message: {
        en: `“${value ?? ''}” is not an ISO 4217 currency code. Use three capital letters such as CNY or USD.`,
        zh: `“${value ?? ''}”不是有效的 ISO 4217 货币代码，请使用三个大写字母，例如 CNY 或 USD。`,
      },
      req,
    })
  },
})
