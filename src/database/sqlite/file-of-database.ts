import path from 'node:path'

/** The absolute path of the file that a `file:` address of a database names. */
export const fileOfDatabase = (url: string): string =>
  path.resolve(decodeURIComponent(url.replace(/^file:(?:\/\/)?/, '').replace(/\?.*$/, '')))
