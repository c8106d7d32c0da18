import type { Config, Field } from 'payload'

import { storedName } from './content/locale-states.ts'
import { localeStateLabels } from './content/locale-state-labels.ts'
import { readsDrafts } from './reads-drafts.ts'

export type LabelledLocale = { code: string; label: Record<string, string> | string }

/**
 * The stored state of each language, `localeStates.inEn`: read by whoever reads drafts, written by the plugin only;
 * and the column `languages`, which shows them as marks.
 */
export const localeStatesFields = (locales: LabelledLocale[], collection: string): Field[] => [
  {
    name: 'localeStates',
    access: {
      create: () => false,
      read: ({ req }) => readsDrafts({ collection, req }),
      update: () => false,
    },
    admin: {
      // In lists it is a column and filters; the edit view has marks of its own.
      condition: () => false,
      disableBulkEdit: true,
    },
    fields: locales.map(({ code, label }) => ({
      name: storedName(code),
      admin: { disableBulkEdit: true, isClearable: false },
      label,
      localized: false,
      options: Object.entries(localeStateLabels).map(([value, text]) => ({ label: text, value })),
      type: 'select',
    })),
    label: { en: 'State', zh: '状态' },
    localized: false,
    type: 'group',
  },
  {
    name: 'languages',
    admin: {
      components: { Cell: '@qiao/locale-publishing/client#LanguagesCell' },
      disableBulkEdit: true,
    },
    label: { en: 'Languages', zh: '语言' },
    type: 'ui',
  },
]

/** The languages of the project, as its editors call them. */
export const labelledLocales = ({ localization }: Config): LabelledLocale[] =>
  (localization ? localization.locales : []).map((locale) =>
    typeof locale === 'string'
      ? { code: locale, label: locale }
      : { code: locale.code, label: locale.label },
  )
