import type { Plugin } from 'payload'
import path from 'node:path'

/** Keeps uploaded files in the data directory, one folder per collection, away from the code. */
export const storeUploads =
  ({ folder }: { folder: string }): Plugin =>
  (config) => ({
    ...config,
    collections: config.collections?.map((collection) =>
      collection.upload
        ? {
            ...collection,
            upload: {
              ...(collection.upload === true ? {} : collection.upload),
              staticDir: path.join(folder, collection.slug),
            },
          }
        : collection,
    ),
  })
