import { joinLimit } from '../batch-joins.ts'

/** Arguments, by their name. */
export const argumentWords: Partial<Record<string, string>> = {
  allSessions: 'Ends all sessions of the person in place of this one.',
  autosave: 'Saves a draft without a version of its own.',
  count: 'Counts all of them; `totalDocs` is null otherwise.',
  data: 'What is written.',
  depth: 'How far documents that the text shows are put into it.',
  disableEmail: 'Sends no mail.',
  draft: 'Reads, or saves, drafts in place of what is published. For who may see them.',
  email: 'The address that the person signs in with.',
  expiration: 'How long it is valid, in milliseconds.',
  fallbackLocale:
    'The language that stands in where nothing is published in the one asked for. @default none',
  file: 'The file that belongs to it.',
  id: 'The id of the document.',
  limit: 'How many are given at most.',
  locale:
    'The language of the texts, also of all that is below. @default the one around it, or English',
  locales: 'The languages it is done to; the others stay as they are.',
  note: 'What is to be told with it.',
  page: 'Which page of them, from 1.',
  pagination: 'With `false`, gives all of them and counts none.',
  password: 'The password of the person.',
  select: 'With `false`, reads whole documents. What is answered is the same. @default true',
  sort: 'The field to order by, with `-` before it in descending order; several with commas.',
  token: 'What proves who asks.',
  trash: 'Looks into the trash as well. For who may see it.',
  where: 'Which of them: a filter by their fields.',
}

/** Arguments of joins, where they say more. */
export const joinArgumentWords: Partial<Record<string, string>> = {
  ...argumentWords,
  limit: `How many are given, ${joinLimit} at most. With 0 none is given, which with \`count: true\` only counts them.`,
  sort: 'The field to order by, with `-` before it in descending order.',
}

/** Comparisons, by their name. */
export const operatorWords: Partial<Record<string, string>> = {
  all: 'Holds all of these.',
  contains: 'Holds this text, in whatever case.',
  equals: 'Is this.',
  exists: 'Whether there is a value.',
  greater_than: 'Is greater, or later, than this.',
  greater_than_equal: 'Is this, or greater or later.',
  in: 'Is one of these.',
  intersects: 'Overlaps with this shape.',
  less_than: 'Is less, or earlier, than this.',
  less_than_equal: 'Is this, or less or earlier.',
  like: 'Holds all words of this text, in whatever case.',
  near: 'Lies near this point.',
  not_equals: 'Is not this.',
  not_in: 'Is none of these.',
  not_like: 'Does not hold the words of this text.',
  within: 'Lies within this shape.',
}

/** Fields that are the same in many types, by their name. */
export const fieldWords: Partial<Record<string, string>> = {
  AND: 'All of these conditions must be met.',
  OR: 'One of these conditions must be met.',
  autosave: 'Whether it was saved by itself while somebody was writing.',
  blockType: 'What kind of block it is.',
  canAccessAdmin: 'Whether the caller may use the admin UI.',
  collection: 'The collection it is in.',
  create: 'Whether the caller may create it.',
  delete: 'Whether the caller may delete it.',
  docs: 'The documents of this page.',
  exp: 'When the session ends, in seconds since 1970.',
  fields: 'What the caller may do with each field.',
  hasNextPage: 'Whether there are more after this page.',
  hasPrevPage: 'Whether there are some before this page.',
  id: 'What identifies it.',
  latest: 'Whether it is what was saved last.',
  limit: 'How many a page has at most.',
  locale: 'The language it is about.',
  message: 'What is to be said about it, for people.',
  nextPage: 'The number of the next page, if there is one.',
  offset: 'Not used.',
  page: 'The number of this page, from 1.',
  pagingCounter: 'The number of the first document of this page, of all of them.',
  parent: 'The document it is a version of.',
  path: 'The way to the field.',
  permission: 'Whether it is allowed.',
  prevPage: 'The number of the page before, if there is one.',
  publishedLocale: 'The language that was published with it alone.',
  read: 'Whether the caller may read it.',
  readVersions: 'Whether the caller may read its versions.',
  refreshedToken: 'A new token, for a longer session.',
  snapshot: 'Whether it was kept beside the publishing of another language.',
  strategy: 'How the caller has signed in.',
  success: 'Whether it was done.',
  token: 'What proves who the caller is, until it expires.',
  totalDocs: 'How many there are on all pages.',
  totalPages: 'How many pages there are.',
  unlock: 'Whether the caller may unlock accounts.',
  update: 'Whether the caller may change it.',
  user: 'Who is signed in.',
  version: 'The document as it was saved.',
  where: 'For which documents it is allowed, where that is not all of them.',
}

/** Scalars with a specification elsewhere. */
export const scalars: Partial<Record<string, { description: string; url: string }>> = {
  DateTime: {
    description: 'A moment in UTC, such as `2017-12-31T12:00:00.000Z`.',
    url: 'https://www.rfc-editor.org/rfc/rfc3339',
  },
  EmailAddress: {
    description: 'The address of a mailbox, such as `info@example.org`.',
    url: 'https://www.rfc-editor.org/rfc/rfc5322',
  },
  JSON: {
    description: 'Any JSON value.',
    url: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
  JSONObject: {
    description: 'A JSON object.',
    url: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
}
