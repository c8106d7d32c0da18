/** One call of the database adapter that wrote. */
export type Write = {
  /** Whether `slug` names a collection or a global. */
  entity: 'collection' | 'global'
  /** Names of the fields that were written; undefined when they are not known, as for documents that are deleted. */
  fields: readonly string[] | undefined
  /**
   * The documents that were written, or whose versions were; undefined when they are not known, so that any of the
   * collection may have been, and for globals.
   */
  ids: readonly string[] | undefined
  /** A version was written, and not what readers see. */
  isVersion: boolean
  /** The method of the adapter, such as `updateOne`. */
  operation: string
  slug: string
  /**
   * What the asked for fields of the one document held before and hold now, in all languages; null where there was, or is,
   * no document. Undefined where that is not known.
   */
  states?: readonly State[] | undefined
}

/** Fields by their names, localized ones by language; null for what holds nothing. */
export type State = null | Readonly<Record<string, unknown>>
