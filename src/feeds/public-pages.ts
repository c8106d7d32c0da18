import { countPublicDocuments, lastChangesOf, listPublicDocuments } from '@qiao/content-changes'
import type { FeedsOptions } from '@qiao/feeds'
import { collectReads, createReadNotes, noteRead, noteUnknown } from '@qiao/read-cache'

/**
 * What readers see, by the register of it. Each row is written in the transaction that changes its document, so an
 * answer that was made of rows is kept until a document of the collection is written, and not until any row is.
 */
export const publicPages: FeedsOptions['pages'] = {
  changedAt: async (asked) => {
    const found = await ofDocuments(asked.collection, () => lastChangesOf(asked))
    return found?.times
  },
  count: async (asked) => {
    const counted = await ofDocuments(asked.collection, () => countPublicDocuments(asked))
    return counted?.count
  },
  list: (asked) => ofDocuments(asked.collection, () => listPublicDocuments(asked)),
}

const ofDocuments = async <Read extends { isSettled: boolean } | undefined>(
  collection: string,
  read: () => Promise<Read>,
): Promise<Read> => {
  noteRead({ collection })
  const found = await collectReads(createReadNotes(), read)
  // Rows may be corrected without a document being written.
  if (!found?.isSettled) noteUnknown()
  return found
}
