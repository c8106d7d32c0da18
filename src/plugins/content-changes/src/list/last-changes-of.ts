import { type PublicDocument, publicDocumentsSlug } from '../model/public-documents.ts'
import { type Listed, settledOf, whereOf } from './listed.ts'

/**
 * When readers of a language last saw something else of documents than before, ISO 8601, by id: of those that they see.
 * It only ever grows. Undefined while the register is being made.
 */
export const lastChangesOf = async ({
  ids,
  ...listed
}: Listed & { ids: readonly string[] }): Promise<
  { isSettled: boolean; times: Map<string, string> } | undefined
> => {
  const isSettled = await settledOf(listed)
  if (isSettled === undefined) return undefined
  const { docs } = await listed.payload.db.find<PublicDocument>({
    collection: publicDocumentsSlug,
    limit: 0,
    pagination: false,
    select: { changedAt: true, document: true },
    sort: 'document',
    where: { and: [whereOf(listed), { document: { in: [...ids] } }] },
  })
  return { isSettled, times: new Map(docs.map(({ changedAt, document }) => [document, changedAt])) }
}
