import { type Condition, mayBelong } from './filters.ts'
import { type Change, conditionsOfTag, slugOfTag, type Tag } from './tags.ts'

/** Which lists with conditions a change may have changed. */
export type FilterIndex = {
  add: (tag: Tag) => void
  remove: (tag: Tag) => void
  /** Of those that were added. */
  changedBy: (change: Change) => Tag[]
  /** The fields of a collection that any of them asks about. */
  fieldsOf: (slug: string) => string[]
}

export const createFilterIndex = (): FilterIndex => {
  const bySlug = new Map<string, Map<Tag, readonly Condition[]>>()
  return {
    add: (tag) => {
      const conditions = conditionsOfTag(tag)
      if (!conditions) return
      const slug = slugOfTag(tag)
      const known = bySlug.get(slug) ?? new Map<Tag, readonly Condition[]>()
      bySlug.set(slug, known.set(tag, conditions))
    },
    changedBy: ({ documents = [] }) =>
      documents.flatMap(({ slug, states }) =>
        [...(bySlug.get(slug) ?? [])]
          .filter(([, conditions]) => isMetBy(states, conditions))
          .map(([tag]) => tag),
      ),
    fieldsOf: (slug) => [
      ...new Set(
        [...(bySlug.get(slug)?.values() ?? [])].flatMap((all) => all.map(({ field }) => field)),
      ),
    ],
    remove: (tag) => {
      const slug = slugOfTag(tag)
      const known = bySlug.get(slug)
      known?.delete(tag)
      if (known?.size === 0) bySlug.delete(slug)
    },
  }
}

/** Whether a change may have changed the list of this tag. */
export const isChangedBy = (tag: Tag, { documents = [] }: Change): boolean => {
  const conditions = conditionsOfTag(tag)
  if (!conditions) return false
  const slug = slugOfTag(tag)
  return documents.some((each) => each.slug === slug && isMetBy(each.states, conditions))
}

type States = NonNullable<Change['documents']>[number]['states']

/** A document that belonged to a list, or does now. */
const isMetBy = (states: States, conditions: readonly Condition[]): boolean =>
  states?.some((state) => mayBelong(state, conditions)) ?? true
