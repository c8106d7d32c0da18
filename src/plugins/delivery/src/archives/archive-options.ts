export type ArchiveOptions = {
  /**
   * What documents are counted by, for each collection that has a status per language. Paths of fields that are the same
   * in all languages: numbers, texts, selects, relations to one collection, in groups and in rows too.
   * @default none
   * @example { programs: { facets: { country: 'locations.country', topic: 'topics' } }, awards: { year: 'year' } }
   */
  archives?: Record<string, CollectionArchives>
}

export type CollectionArchives = {
  /** By what `GET /api/<collection>/facets?by=<name>` counts: the names, and the path of a field for each. */
  facets?: Record<string, string>
  /** The field that holds the year of a document, for `GET /api/<collection>/archive`. */
  year?: string
}
