import type { Config } from 'payload'

import type { CompleteOptions } from '../options.ts'
import type { Choice } from './webhook-fields.ts'

/** The collections and languages that a webhook can be limited to, as editors call them. */
export const choicesOf = (
  { collections = [], localization }: Config,
  options: Pick<CompleteOptions, 'collections'>,
): { collections: Choice[]; locales: Choice[] } => ({
  collections: collections
    .filter(({ slug }) => options.collections.includes(slug))
    .map(({ labels, slug }) => ({ label: labels?.plural ?? slug, value: slug })),
  locales: (localization ? localization.locales : []).map((locale) =>
    typeof locale === 'string'
      ? { label: locale, value: locale }
      : { label: locale.label, value: locale.code },
  ),
})
