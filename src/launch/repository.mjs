import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the repository. */
export const repository = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))
