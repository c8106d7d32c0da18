import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * A hash of the names and contents of files; the same on every machine.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {(file: string) => boolean} [options.isWanted] given a path relative to `folder`, with slashes
 * @param {readonly string[]} options.places files and folders in `folder`; a missing one counts as empty
 * @returns {string}
 */
export const hashFiles = ({ folder, isWanted = () => true, places }) => {
  const hash = createHash('sha256')
  for (const file of places.flatMap((place) => listFiles(folder, place)).filter(isWanted)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(folder, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

const skipped = new Set(['.next', 'node_modules'])

/**
 * @param {string} folder
 * @param {string} place
 * @returns {string[]}
 */
function listFiles(folder, place) {
  const absolute = path.join(folder, place)
  if (!existsSync(absolute)) {
    return []
  }
  if (!statSync(absolute).isDirectory()) {
    return [place]
  }
  return readdirSync(absolute)
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => listFiles(folder, `${place}/${name}`))
}
