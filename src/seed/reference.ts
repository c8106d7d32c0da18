const tag = Symbol('reference')

export type SeededCollection =
  'awards' | 'media' | 'news-briefs' | 'partner-profiles' | 'programs' | 'stories' | 'topics'

/** Another document of the demo, named by collection and key; it becomes the document's id. */
export type Reference = { collection: SeededCollection; key: string; [tag]: true }

export const referTo = (collection: SeededCollection, key: string): Reference => ({
  collection,
  key,
  [tag]: true,
})

export const partner = (key: string): Reference => referTo('partner-profiles', key)

export const picture = (key: string): Reference => referTo('media', key)

export const program = (key: string): Reference => referTo('programs', key)

export const topics = (...keys: string[]): Reference[] => keys.map((key) => referTo('topics', key))

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && tag in value
