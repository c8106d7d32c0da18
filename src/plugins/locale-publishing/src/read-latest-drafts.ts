import type { Payload, Where } from 'payload'

/**
 * The draft of a document is its latest version, which holds what was saved last in every language. Payload also takes
 * any older one with a draft that is younger than what readers see, and so would find a draft again that was given up,
 * unless what readers see got a new date, which would tell them of it.
 */
export const readLatestDrafts = (payload: Payload, slugs: readonly string[]): void => {
  const { db } = payload
  const findVersions = db.findVersions.bind(db)
  db.findVersions = (args) =>
    findVersions(
      slugs.includes(args.collection) && args.where
        ? { ...args, where: latestOnly(args.where) }
        : args,
    )
}

const latestOnly = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([name, condition]) => {
      if (!Array.isArray(condition)) return [name, condition]
      const parts = condition
      const isChoice = name === 'or' && parts.some(isYounger)
      const latest = isChoice ? parts.filter(isLatest) : []
      return [name, latest.length > 0 ? latest : parts.map(latestOnly)]
    }),
  )

const isLatest = ({ latest }: Where): boolean =>
  latest !== undefined && 'equals' in latest && latest.equals === true

const isYounger = ({ updatedAt }: Where): boolean =>
  updatedAt !== undefined && 'greater_than' in updatedAt
