import type { Option, Payload } from 'payload'

import { isRecord } from '../is-record.ts'
import { countByFacet, type FacetCount } from './count-by-facet.ts'
import { facetAt } from './facet.ts'

/** Counts for each language of the project; 0 where nothing is public. */
type Counts = Record<string, number>

export type ArchiveAnswer = {
  locale: string
  /** The newest first. `count` is that of the language asked for; it is left out when all are. */
  years: { count?: number; counts: Counts; year: number }[]
}

export type FacetValue = {
  /** Left out when all languages are asked for. */
  count?: number
  counts: Counts
  /** In the language asked for; of what a relation leads to its title, `null` where it has none in this language. */
  label?: null | string
  /** In place of `label`, when all languages are asked for. */
  labels?: Record<string, null | string>
  /** Of what a relation leads to. */
  slug?: null | string
  slugs?: Record<string, null | string>
  value: string
}

export type FacetsAnswer = {
  by: string
  locale: string
  /** In the order of the field's options; of relations and free values the most frequent first, and by label. */
  values: FacetValue[]
}

type Asked = {
  /** A language, or `all`. */
  locale: string
  locales: readonly string[]
  path: string
  payload: Payload
  slug: string
}

export const answerArchive = async (asked: Asked): Promise<ArchiveAnswer> => {
  const { locale, locales } = asked
  const found = await count(asked)
  return {
    locale,
    years: found
      .map(({ counts, value }) => ({
        year: Number(value),
        ...numbers({ counts, locale, locales }),
      }))
      .filter(({ year }) => Number.isInteger(year))
      .toSorted((one, other) => other.year - one.year),
  }
}

export const answerFacets = async ({
  by,
  ...asked
}: Asked & { by: string }): Promise<FacetsAnswer> => {
  const { locale, locales } = asked
  const { field, relationTo } = facetOf(asked)
  const options: Option[] = 'options' in field ? field.options : []
  const found = (await count(asked)).map((each) => {
    const labels =
      'options' in field ? labelsOf({ locales, options, value: String(each.value) }) : each.labels
    return {
      value: String(each.value),
      ...inLanguages({ locale, locales, names: ['label', 'labels'], texts: labels }),
      ...(relationTo
        ? inLanguages({ locale, locales, names: ['slug', 'slugs'], texts: each.slugs })
        : {}),
      ...numbers({ counts: each.counts, locale, locales }),
    }
  })
  const places = new Map(options.map((option, index) => [valueOf(option), index]))
  const placeOf = ({ value }: FacetValue) => places.get(value) ?? places.size
  return {
    by,
    locale,
    values: found.toSorted(
      (one, other) =>
        placeOf(one) - placeOf(other) ||
        total(other) - total(one) ||
        labelOf(one).localeCompare(labelOf(other), locale === 'all' ? undefined : locale) ||
        (one.value < other.value ? -1 : 1),
    ),
  }
}

const facetOf = ({ path, payload, slug }: Asked) =>
  facetAt(payload.collections[slug as keyof typeof payload.collections].config, path)

/** The values that something is public with, in the language asked for. */
const count = async (asked: Asked): Promise<FacetCount[]> => {
  const found = await countByFacet({ ...asked, facet: facetOf(asked) })
  return found.filter(({ counts }) => asked.locale === 'all' || (counts[asked.locale] ?? 0) > 0)
}

const numbers = ({
  counts,
  locale,
  locales,
}: {
  counts: Counts
  locale: string
  locales: readonly string[]
}) => ({
  ...(locale === 'all' ? {} : { count: counts[locale] ?? 0 }),
  counts: Object.fromEntries(locales.map((each) => [each, counts[each] ?? 0])),
})

const total = ({ count: own, counts }: FacetValue): number =>
  own ?? Object.values(counts).reduce((sum, each) => sum + each, 0)

const labelOf = ({ label, labels = {}, value }: FacetValue): string =>
  label ?? Object.values(labels).find((each) => each !== null) ?? value

const inLanguages = ({
  locale,
  locales,
  names: [one, many],
  texts,
}: {
  locale: string
  locales: readonly string[]
  names: readonly [one: string, many: string]
  texts: Record<string, string>
}) =>
  locale === 'all'
    ? { [many]: Object.fromEntries(locales.map((each) => [each, texts[each] ?? null])) }
    : { [one]: texts[locale] ?? null }

const valueOf = (option: Option): string => (typeof option === 'string' ? option : option.value)

/** The labels of an option in the languages that the config has them in; a value without label is its own. */
const labelsOf = ({
  locales,
  options,
  value,
}: {
  locales: readonly string[]
  options: Option[]
  value: string
}): Record<string, string> => {
  const option = options.find((each) => valueOf(each) === value)
  const label = typeof option === 'object' ? option.label : undefined
  const textIn = (locale: string): unknown => (isRecord(label) ? label[locale] : label)
  return Object.fromEntries(
    locales.map((locale) => {
      const text = textIn(locale)
      return [locale, typeof text === 'string' ? text : value]
    }),
  )
}
