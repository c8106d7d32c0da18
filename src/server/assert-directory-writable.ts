import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'

import { SettingsError } from '../env.ts'

/**
 * Checks that a folder can be written to, or made, without making it.
 * @throws {SettingsError} when it cannot
 */
export const assertDirectoryWritable = (directory: string): void => {
  let existing = directory
  while (!existsSync(existing) && path.dirname(existing) !== existing) {
    existing = path.dirname(existing)
  }
  try {
    accessSync(existing, constants.W_OK | constants.X_OK)
    if (statSync(existing).isDirectory()) {
      return
    }
  } catch (error) {
    throw new SettingsError(sentence(directory), { cause: error })
  }
  throw new SettingsError(sentence(directory))
}

const sentence = (directory: string): string =>
  `The data directory ${directory} cannot be written to: give this user the right to, or set QIAO_DATA_DIR to another folder.`
