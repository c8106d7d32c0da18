import type { Config } from 'payload'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'admin')

/** How the admin UI is put together: who signs in, and where its component map lies. */
export const adminUI: Config['admin'] = {
  // The other choice asks a foreign server for a picture by the hash of each person's address.
  avatar: 'default',
  components: {
    graphics: { Icon: '/components/brand.tsx#Icon', Logo: '/components/brand.tsx#Logo' },
  },
  // Reads the same in both languages; Payload's own order of day and year does not in Chinese.
  dateFormat: 'yyyy-MM-dd HH:mm',
  importMap: {
    baseDir: folder,
    importMapFile: path.join(folder, 'app', 'admin', 'importMap.js'),
  },
  meta: { titleSuffix: ' · Qiao 桥' },
  user: 'users',
}
