import type { FacetCount, FacetQuestion } from './count-by-facet.ts'
import { titleOf } from './count-in-sqlite.ts'

/** An aggregation over the documents that are published in a language, which the index of the statuses finds. */
export const countInMongodb = async (question: FacetQuestion): Promise<FacetCount[]> => {
  const { facet, locales, payload, slug } = question
  const { collections } = payload.db as unknown as MongodbAdapter // what Payload's adapter has beside its declared type
  const model = collections[slug]
  if (!model)
    throw new Error(`delivery: archives count “${slug}”, which the database does not have.`)
  const perLocale = <Value>(
    make: (locale: string, index: number) => Value,
  ): Record<string, Value> =>
    Object.fromEntries(locales.map((locale, index) => [`in${index}`, make(locale, index)]))
  const found = await model.aggregate([
    {
      $match: {
        $or: locales.map((locale) => ({ [`_status.${locale}`]: 'published' })),
        deletedAt: null,
      },
    },
    {
      $project: {
        value: `$${facet.names.slice(0, facet.rows || undefined).join('.')}`,
        ...perLocale((locale) => ({ $cond: [{ $eq: [`$_status.${locale}`, 'published'] }, 1, 0] })),
      },
    },
    { $unwind: '$value' },
    // A document counts once, however often it names a value in its rows.
    {
      $group: {
        _id: {
          document: '$_id',
          value: ['$value', ...(facet.rows > 0 ? facet.names.slice(facet.rows) : [])].join('.'),
        },
        ...perLocale((_, index) => ({ $max: `$in${index}` })),
      },
    },
    { $group: { _id: '$_id.value', ...perLocale((_, index) => ({ $sum: `$in${index}` })) } },
    ...(facet.relationTo ? withTargets(question, collections[facet.relationTo]) : []),
  ])
  return found.flatMap((each) => toCount(each, question))
}

type Counted = { [name: string]: unknown; _id: unknown; target?: Target[] }

type Target = Record<string, unknown>

type Model = {
  aggregate: (pipeline: object[]) => Promise<Counted[]>
  collection: { name: string }
}

type MongodbAdapter = { collections: Record<string, Model | undefined> }

/** Of what a relation leads to, only what is shown of it. */
const withTargets = (
  { facet, locales, payload }: FacetQuestion,
  target: Model | undefined,
): object[] => {
  const slug = facet.relationTo as keyof typeof payload.collections
  const shown = ['_status', 'deletedAt', 'slug', titleOf(payload.collections[slug].config)]
  return [
    {
      $lookup: {
        as: 'target',
        foreignField: '_id',
        from: target?.collection.name,
        localField: '_id',
      },
    },
    {
      $project: Object.fromEntries([
        ...locales.map((_, index) => [`in${index}`, 1]),
        ...shown.map((name) => [`target.${name}`, 1]),
      ]),
    },
  ]
}

const toCount = (counted: Counted, { facet, locales, payload }: FacetQuestion): FacetCount[] => {
  const { _id } = counted
  if (_id === null || _id === undefined) return []
  const slug = facet.relationTo as keyof typeof payload.collections | undefined
  const [target] = counted.target ?? []
  if (slug && (!target || target.deletedAt)) return []
  const title = slug ? titleOf(payload.collections[slug].config) : ''
  const count: FacetCount = {
    counts: {},
    labels: {},
    slugs: {},
    // An id is an object with a form of its own as text.
    value: typeof _id === 'number' ? _id : (_id as string),
  }
  for (const [index, locale] of locales.entries()) {
    const number = Number(counted[`in${index}`])
    const status = inLanguage(target?._status, locale)
    if (number === 0 || (target && '_status' in target && status !== 'published')) continue
    count.counts[locale] = number
    const [label, ofSlug] = [inLanguage(target?.[title], locale), inLanguage(target?.slug, locale)]
    if (typeof label === 'string') count.labels[locale] = label
    if (typeof ofSlug === 'string') count.slugs[locale] = ofSlug
  }
  return Object.keys(count.counts).length > 0 ? [count] : []
}

/** A value, or the one of a language where each has its own. */
const inLanguage = (value: unknown, locale: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[locale] : value
