import { mkdtempSync, rmdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes an empty folder in a directory and takes it away again, because rights alone do not tell: root has all of
 * them, and still nothing can be written to /sys, /proc or a disk mounted read-only.
 * @throws what the file system says when nothing can be written there
 */
export const probeDirectory = (directory: string): void =>
  rmdirSync(mkdtempSync(path.join(directory, '.qiao-')))
