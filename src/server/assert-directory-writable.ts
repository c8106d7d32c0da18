import { lstatSync } from 'node:fs'
import path from 'node:path'

import { SettingsError } from '../env.ts'
import { probeDirectory } from './probe-directory.ts'

/**
 * Checks that the data directory can be written to, or made, without making it: Node itself never comes back from
 * making a folder in /proc.
 * @throws {SettingsError} when it cannot
 */
export const assertDirectoryWritable = (directory: string): void => {
  try {
    probeDirectory(existingPartOf(directory))
  } catch (error) {
    throw new SettingsError(
      `The data directory ${directory} cannot be written to: give this user the right to, or set QIAO_DATA_DIR to another folder.`,
      { cause: error },
    )
  }
}

/** A link that leads nowhere exists, for no folder can be made in its place. */
const existingPartOf = (directory: string): string => {
  const parent = path.dirname(directory)
  const isThere = lstatSync(directory, { throwIfNoEntry: false })
  return isThere || parent === directory ? directory : existingPartOf(parent)
}
