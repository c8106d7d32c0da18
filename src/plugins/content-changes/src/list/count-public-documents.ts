import { publicDocumentsSlug } from '../model/public-documents.ts'
import { type Listed, settledOf, whereOf } from './listed.ts'

/** How many documents of a collection readers see in a language; undefined while the register is being made. */
export const countPublicDocuments = async (
  listed: Listed,
): Promise<{ count: number; isSettled: boolean } | undefined> => {
  const isSettled = await settledOf(listed)
  if (isSettled === undefined) return undefined
  const { totalDocs } = await listed.payload.db.count({
    collection: publicDocumentsSlug,
    where: whereOf(listed),
  })
  return { count: totalDocs, isSettled }
}
