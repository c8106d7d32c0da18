import type { Config, PayloadRequest } from 'payload'

/** Says of the one who asks whether something holds in a collection. */
type ReaderRule = (asking: { collection: string; req: PayloadRequest }) => boolean

export type ReaderRules = {
  /** Who may filter and sort by anything, also by fields of related documents. @default who may read drafts */
  mayQueryFreely: ReaderRule
  /** Who reads what is not published; others read what an anonymous reader does. @default who is signed in */
  mayReadDrafts: ReaderRule
}

const place = 'locale-publishing'

/** Keeps the project's rules where hooks and access rules find them; `custom` of a config never leaves the server. */
export const withReaderRules = (
  custom: Config['custom'],
  { mayQueryFreely, mayReadDrafts }: ReaderRules,
): Config['custom'] => ({
  ...custom,
  [place]: { mayQueryFreely, mayReadDrafts },
})

/** True for who may read what is not published in this collection. */
export const readsDrafts: ReaderRule = (asking) => rulesOf(asking.req).mayReadDrafts(asking)

/** True for who may filter and sort by anything in this collection. */
export const queriesFreely: ReaderRule = (asking) => rulesOf(asking.req).mayQueryFreely(asking)

// Written by this file alone.
const rulesOf = ({ payload }: PayloadRequest) => payload.config.custom[place] as ReaderRules
