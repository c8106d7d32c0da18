import type { Config } from 'payload'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'admin')

/** How the admin UI is put together: who signs in, and where its component map lies. */
export const adminUI: Config['admin'] = {
  // The other choice asks a foreign server for a picture by the hash of each person's address.
  avatar: 'default',
  importMap: {
    baseDir: folder,
    importMapFile: path.join(folder, 'app', 'admin', 'importMap.js'),
  },
  meta: { titleSuffix: ' · Qiao 桥' },
  user: 'users',
}
