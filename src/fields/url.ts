import type { TextField } from 'payload'
import type { Bilingual } from '../localization.ts'
import { inUsersLanguage } from '../localization.ts'

/** A web address: absolute, `https:` or `http:` and nothing else, so that no `javascript:` link is ever stored. */
export const urlField = ({
  name,
  label,
  localized = false,
  required = false,
}: {
  name: string
  label: Bilingual
  localized?: boolean
  required?: boolean
}): TextField => ({
  name,
  type: 'text',
  label,
  localized,
  required,
  admin: { placeholder: 'https://' },
  validate: (
    value: null | string | undefined,
    { req }: { req: Parameters<typeof inUsersLanguage>[0]['req'] },
  ) => {
    if (!value) {
      return required
        ? inUsersLanguage({
            message: { en: 'Enter a web address.', zh: '请填写网址。' },
            req,
          })
        : true
    }
    if (isWebAddress(value)) return true
    return inUsersLanguage({
      message: {
        en: `“${value}” is not a web address. Write it in full, beginning with https://`,
        zh: `“${value}”不是有效的网址，请填写以 https:// 开头的完整地址。`,
      },
      req,
    })
  },
})

export const isWebAddress = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const { hostname, protocol } = new URL(value)
  return (protocol === 'https:' || protocol === 'http:') && hostname !== ''
}
