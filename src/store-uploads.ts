import { existsSync } from 'node:fs'
import path from 'node:path'

import type { Plugin } from 'payload'

/**
 * Keeps uploaded files in the data directory, one folder per collection, away from the code. One that is not there is a
 * 404; Payload takes it for a failure of its own.
 */
export const storeUploads =
  ({ folder }: { folder: string }): Plugin =>
  (config) => ({
    ...config,
    collections: config.collections?.map((collection) => {
      if (!collection.upload) return collection
      const upload = collection.upload === true ? {} : collection.upload
      const staticDir = path.join(folder, collection.slug)
      return {
        ...collection,
        upload: {
          ...upload,
          handlers: [
            ...(upload.handlers ?? []),
            (_req, { params: { filename } }) => {
              if (existsSync(path.join(staticDir, path.basename(filename)))) return
              return Response.json({ message: 'There is no such file.' }, { status: 404 })
            },
          ],
          staticDir,
        },
      }
    }),
  })
