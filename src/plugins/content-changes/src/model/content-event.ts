/** What has happened to one language of a document, for those who read it. */
export type ContentEvent = {
  /** When it was written, ISO 8601. */
  at: string
  collection: string
  document: string
  /** A UUID that never changes. */
  id: string
  locale: string
  /** As readers know it; of what is gone, as they knew it. */
  slug: null | string
  /**
   * - `published`: readers see it, and did not before;
   * - `changed`: they see something else;
   * - `unpublished`: they see it no longer;
   * - `deleted`: the same, for it is in the trash, or there is no such document any more.
   */
  type: 'changed' | 'deleted' | 'published' | 'unpublished'
}
