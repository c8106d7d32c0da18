import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { root } from '../support/conventions/repository.ts'

/** Bytes under node_modules, caches left out. */
export function sizeOfInstalledTree(folder = join(root, 'node_modules')): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.name === '.cache') return sum
    return sum + (entry.isDirectory() ? sizeOfInstalledTree(path) : lstatSync(path).size)
  }, 0)
}
