import type { SanitizedConfig } from 'payload'

export type ListOrder = {
  /** What lists are narrowed to or sorted by: fields with `index` that hold a value, in the document's own row. */
  columns: string[]
  /** The same of fields that name another document. */
  relations: string[]
  slug: string
  /** The column by which the list is sorted when nobody asks for another order. */
  sort: string
}

/**
 * Every list leaves out the trash, and next to nothing lies there: an index that begins with it finds all documents, and
 * SQLite takes it for one that finds few.
 */
export const unlisted = 'deletedAt'

/** What the lists of each collection with a usual order (`defaultSort`) are sorted by and narrowed to. */
export const listOrders = (config: SanitizedConfig): ListOrder[] =>
  config.collections.flatMap(({ defaultSort, flattenedFields, slug }) => {
    const [first] = [defaultSort].flat()
    if (!first) {
      return []
    }
    const sort = first.replace(/^-/, '')
    const indexed = flattenedFields.filter(
      (field) => 'index' in field && field.index && !field.localized && field.name !== unlisted,
    )
    const names = (isRelation: boolean) =>
      indexed
        .filter(({ type }) => (type === 'relationship' || type === 'upload') === isRelation)
        .map(({ name }) => name)
    return [{ columns: [...new Set([sort, ...names(false)])], relations: names(true), slug, sort }]
  })

/**
 * With what the index begins of a list that is narrowed to one value of `column`, or sorted by it. The time of
 * creation follows, with which Payload ends each order.
 */
export const listKeys = ({ column, sort }: { column: string; sort: string }): string[] =>
  [sort, 'createdAt', 'updatedAt'].includes(column) ? [column] : [column, sort]
