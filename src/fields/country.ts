import countries from 'i18n-iso-countries'
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' }
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import type { SelectField } from 'payload'
import type { Bilingual } from '../localization.ts'
import { inUsersLanguage } from '../localization.ts'

countries.registerLocale(english)
countries.registerLocale(chinese)

/** Names as Chinese official documents write them, where the library's are shorter. */
const officialNames: Record<string, Bilingual> = {
  CN: { en: 'China', zh: '中国' },
  HK: { en: 'Hong Kong, China', zh: '中国香港' },
  MO: { en: 'Macao, China', zh: '中国澳门' },
  TW: { en: 'Taiwan, China', zh: '中国台湾' },
}

const codes = Object.keys(countries.getAlpha2Codes())

const options = codes
  .map((value) => ({
    label: officialNames[value] ?? {
      en: countries.getName(value, 'en') ?? value,
      zh: countries.getName(value, 'zh') ?? value,
    },
    value,
  }))
  .sort((a, b) => a.label.en.localeCompare(b.label.en, 'en'))

/** A country as its ISO 3166-1 alpha-2 code, chosen by name in the admin UI. */
export const countryField = ({
  name = 'country',
  label = { en: 'Country', zh: '国家或地区' },
  required = false,
}: {
  name?: string
  label?: Bilingual
  required?: boolean
} = {}): SelectField => ({
  name,
  type: 'select',
  enumName: 'country_code',
  interfaceName: 'CountryCode',
  label,
  localized: false,
  options,
  required,
  admin: { isClearable: !required },
  validate: (value, { req }) => {
    if (value === undefined || value === null || value === '') {
      return required
        ? inUsersLanguage({
            message: { en: 'Choose a country.', zh: '请选择国家或地区。' },
            req,
          })
        : true
    }
    if (typeof value === 'string' && codes.includes(value)) return true
    return inUsersLanguage({
      message: {
        en: `“${value}” is not an ISO 3166-1 country code. Use two capital letters such as CN or KR.`,
        zh: `“${value}”不是有效的 ISO 3166-1 国家代码，请使用两个大写字母，例如 CN 或 KR。`,
      },
      req,
    })
  },
})
