import type { Config, Payload, PayloadRequest } from 'payload'

import type { ContentEvent } from './model/content-event.ts'

export type ContentChangesOptions = {
  /** Collections that readers see, by slug. Those without drafts are public in each language that something is written in. */
  collections: string[]
  /** `false` keeps the tables, and follows nothing. @default true */
  enabled?: boolean
  /** For how many days it is told that a document is gone; a cursor that is older has to begin anew. @default 90 */
  goneForDays?: number
  /** Fields of documents that say nothing to readers. @default none but those of Payload itself */
  ignoredFields?: string[]
  /** Whether readers see a row of an array. @default they see all */
  isShownRow?: (row: Record<string, unknown>) => boolean
  /**
   * Told inside of the transaction, before it is committed, what it changes for readers. It may write, with this `req`;
   * when it throws, nothing is committed.
   * @default nobody is told
   */
  onEvents?: (about: {
    events: ContentEvent[]
    payload: Payload
    req: Pick<PayloadRequest, 'transactionID'>
  }) => Promise<void>
  /** By what caches know the answers that a document is in. @default the collection, and `collection:id` */
  tagsOf?: (document: { collection: string; id: string }) => string[]
  /** Where a document is on the website. @default nowhere */
  urlOf?: (about: {
    collection: string
    locale: string
    req: PayloadRequest
    slug: string
  }) => null | Promise<null | string> | string
}

export type ChangesOptions = Required<ContentChangesOptions> & {
  /** Fields that say nothing to readers, nor whether they see the document. */
  keptFields: string[]
  locales: string[]
}

/** These are no content, and decide whether there is any. */
const deciding = ['_status', 'deletedAt']

const ofPayload = ['createdAt', 'id', 'updatedAt']

/** @throws Error that names a collection which does not exist, or what else cannot be followed */
export const completeOptions = (
  {
    collections,
    enabled = true,
    goneForDays = 90,
    ignoredFields = [],
    isShownRow = () => true,
    onEvents = async () => undefined,
    tagsOf = ({ collection, id }) => [collection, `${collection}:${id}`],
    urlOf = () => null,
  }: ContentChangesOptions,
  { collections: all = [], localization }: Config,
): ChangesOptions => {
  const unknown = collections.find((slug) => !all.some((each) => each.slug === slug))
  if (unknown !== undefined)
    throw new Error(`content-changes: option "collections" names "${unknown}", which is none.`)
  if (!localization) throw new Error('content-changes: the config needs "localization".')
  if (!(goneForDays > 0))
    throw new Error('content-changes: option "goneForDays" must be a number greater than 0.')
  return {
    collections,
    enabled,
    goneForDays,
    ignoredFields: [...ofPayload, ...ignoredFields, ...deciding],
    isShownRow,
    keptFields: [...ofPayload, ...ignoredFields],
    locales: localization.locales.map((each) => (typeof each === 'string' ? each : each.code)),
    onEvents,
    tagsOf,
    urlOf,
  }
}
