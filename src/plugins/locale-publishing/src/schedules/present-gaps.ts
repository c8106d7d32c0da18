import { getTranslation } from '@payloadcms/translations'
import type { FlattenedField } from 'payload'

import { type Content, fieldsOf, isContent } from '../content/content-field.ts'
import { isBlank } from '../content/has-text.ts'
import { oneLocale } from '../content/one-locale.ts'
import { readLocales } from '../locale-actions.ts'
import { type Gap, missingAlternativeTexts, unpublishedTargets } from '../readiness/find-gaps.ts'
import type { ScheduledAction } from './scheduled-publications.ts'

export type LocaleGap = Gap & { locale: string }

type Asked = Parameters<typeof missingAlternativeTexts>[0]

/** The gaps of each language that is to be published; none of one that is to be withdrawn. */
export const gapsOfSchedule = async ({
  action,
  collection,
  id,
  locales,
  req,
  ...options
}: Pick<Asked, 'collection' | 'req'> & {
  action: ScheduledAction
  alternativeTexts: Record<string, string>
  collections: readonly string[]
  id: string
  locales: readonly string[]
}): Promise<LocaleGap[]> => {
  if (action !== 'publish') return []
  const { latest } = await readLocales({ collection, id, req })
  const found = await Promise.all(
    locales.map(async (locale) => {
      const gaps = await presentGaps({ collection, latest, locale, req, ...options })
      return gaps.map((gap) => ({ ...gap, locale }))
    }),
  )
  return found.flat()
}

/** What publishing would stumble over if it were now; there may be time left to mend it. */
const presentGaps = async ({
  alternativeTexts,
  collections,
  latest,
  ...asked
}: Omit<Asked, 'doc'> & {
  alternativeTexts: Record<string, string>
  collections: readonly string[]
  /** What was saved last, in all languages. */
  latest: Content
}): Promise<Gap[]> => {
  const { collection, locale, req } = asked
  const fields = collection.flattenedFields
  const doc = oneLocale({ fields, locale, part: latest })
  return [
    ...missingRequired({ data: doc, fields, part: doc, req }),
    ...(await missingAlternativeTexts({ ...asked, doc }, alternativeTexts)),
    ...(await unpublishedTargets({ ...asked, doc }, collections)),
  ]
}

const missingRequired = ({
  data,
  fields,
  labels = [],
  part,
  req,
  within = '',
}: {
  data: Content
  fields: readonly FlattenedField[]
  labels?: string[]
  part: Content
  req: Asked['req']
  within?: string
}): Gap[] =>
  fields.flatMap((field): Gap[] => {
    const value = part[field.name]
    const path = within ? `${within}.${field.name}` : field.name
    const label = 'label' in field && field.label ? field.label : field.name
    const own = [
      ...labels,
      typeof label === 'function' ? field.name : getTranslation(label, req.i18n),
    ]
    const condition = field.admin && 'condition' in field.admin ? field.admin.condition : undefined
    const isAsked =
      !condition ||
      condition(data, part, {
        blockData: part,
        operation: 'update',
        path: path.split('.'),
        user: req.user,
      })
    if (!isAsked) return []
    if ('required' in field && field.required && isBlank(value)) {
      return [{ label: own.join(' › '), message: req.t('validation:required'), path }]
    }
    const rows: [unknown, string][] = Array.isArray(value)
      ? value.map((row: unknown, index) => [row, `${path}.${index}`])
      : [[value, path]]
    return rows.flatMap(([row, at]) =>
      isContent(row)
        ? missingRequired({
            data,
            // What Payload calls flattened fields all the way down.
            fields: fieldsOf(field, row) as readonly FlattenedField[],
            labels: own,
            part: row,
            req,
            within: at,
          })
        : [],
    )
  })
