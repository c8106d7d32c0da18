export type DatabaseKind = 'mongodb' | 'sqlite'

/**
 * The database that a connection URL means, read from its scheme alone.
 *
 * @throws Error with one sentence when the scheme is neither `file:` nor `mongodb://` nor `mongodb+srv://`.
 */
export const databaseKind = (url: string): DatabaseKind => {
  if (/^file:./.test(url)) {
    return 'sqlite'
  }
  if (/^mongodb(?:\+srv)?:\/\/./.test(url)) {
    return 'mongodb'
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]
  throw new Error(
    `DATABASE_URL has ${scheme ? `the unknown scheme "${scheme}:"` : 'no scheme'}: use file:<path> for the embedded SQLite or mongodb:// (mongodb+srv://) for a MongoDB replica set.`,
  )
}
