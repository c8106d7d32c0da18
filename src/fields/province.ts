import { iso31662 } from 'iso-3166'
import type { TextField } from 'payload'
import { inUsersLanguage } from '../localization.ts'

const codes = new Set(iso31662.map((subdivision) => subdivision.code))

/** A province, state or municipality as its ISO 3166-2 code, for example `CN-YN`; it must lie in the sibling `country`. */
export const provinceField = (): TextField => ({
  name: 'province',
  type: 'text',
  label: { en: 'Province (ISO 3166-2)', zh: '省级行政区（ISO 3166-2）' },
  localized: false,
  admin: { placeholder: 'CN-YN', width: '50%' },
  validate: (value: null | string | undefined, { req, siblingData }: ProvinceContext) => {
    if (!value) return true
    if (!codes.has(value)) {
      return inUsersLanguage({
        message: {
          en: `“${value}” is not an ISO 3166-2 code. Write it like CN-YN (Yunnan) or KR-11 (Seoul).`,
          zh: `“${value}”不是有效的 ISO 3166-2 代码，请写成 CN-YN（云南）或 KR-11（首尔）这样的形式。`,
        },
        req,
      })
    }
    if (siblingData?.country && !value.startsWith(`${siblingData.country}-`)) {
      return inUsersLanguage({
        message: {
          en: `“${value}” does not lie in the country ${siblingData.country}. Change the province or the country.`,
          zh: `“${value}”不属于国家 ${siblingData.country}，请修改省份或国家。`,
        },
        req,
      })
    }
    return true
  },
})

type ProvinceContext = {
  req: { i18n?: { language?: string } }
  siblingData?: { country?: string }
}
