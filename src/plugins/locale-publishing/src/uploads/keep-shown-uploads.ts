import type { Payload, PayloadRequest, Where } from 'payload'

import type { Content } from '../content/content-field.ts'
import { findIfAny } from '../find-if-any.ts'
import { type FoundUpload, publicLocales, uploadsIn } from './find-uploads.ts'
import { shownKey, type ShownUpload, shownUploadsSlug } from './shown-uploads.ts'

type Place = { payload: Payload; req: Partial<PayloadRequest> }

/**
 * Notes which files readers see in a document, and how many documents show each of them. The number changes with every
 * note, so that of two transactions about one file that do not know of each other one is run again.
 */
export const keepShownUploads = async ({
  doc,
  id,
  isNew = false,
  payload,
  req,
  slug,
  uploads,
}: Place & {
  /** As readers see it, with all its languages; nothing once it is gone. */
  doc: Content | undefined
  id: string
  /** Whether nothing can have been noted of it. @default false */
  isNew?: boolean
  slug: string
  uploads: readonly string[]
}): Promise<void> => {
  const locales = doc ? publicLocales(doc, payload) : []
  const found = doc ? uploadsIn({ doc, locales, payload, slug, uploads }) : []
  const wanted = new Map(
    found.map((upload) => {
      const shown = { document: id, documentCollection: slug, ...upload }
      return [shownKey(shown), shown]
    }),
  )
  const where: Where = {
    and: [{ document: { equals: id } }, { documentCollection: { equals: slug } }],
  }
  const known = isNew
    ? []
    : await findIfAny<ShownUpload>({ collection: shownUploadsSlug, payload, req, where })
  const knownKeys = new Set(known.map(({ key }) => key))
  const dropped = known.filter(({ key }) => !wanted.has(key))
  const added = [...wanted].filter(([key]) => !knownKeys.has(key))
  if (dropped.length + added.length === 0) return
  if (dropped.length > 0) {
    const ids = dropped.map((each) => each.id)
    await payload.db.deleteMany({ collection: shownUploadsSlug, req, where: { id: { in: ids } } })
  }
  const files = await readFiles({
    files: [...dropped, ...added.map(([, each]) => each)],
    payload,
    req,
  })
  for (const [key, shown] of added) {
    // Most texts in blocks are no ids.
    if (!files.has(nameOf(shown))) continue
    await payload.db.create({ collection: shownUploadsSlug, data: { ...shown, key }, req })
  }
  for (const file of files.values()) await countUses({ file, payload, req })
}

const nameOf = ({ upload, uploadCollection }: FoundUpload) => `${uploadCollection}/${upload}`

/** Those of these files that are there, under their names. */
const readFiles = async ({
  files,
  payload,
  req,
}: Place & { files: FoundUpload[] }): Promise<Map<string, FoundUpload>> => {
  const result = new Map<string, FoundUpload>()
  for (const slug of new Set(files.map(({ uploadCollection }) => uploadCollection))) {
    const ids = files.filter((each) => each.uploadCollection === slug).map(({ upload }) => upload)
    const { docs } = await payload.db.find({
      collection: slug as 'media',
      limit: 0,
      pagination: false,
      req,
      select: { id: true },
      where: { id: { in: ids } },
    })
    for (const { id } of docs) {
      const file = { upload: String(id), uploadCollection: slug }
      result.set(nameOf(file), file)
    }
  }
  return result
}

const countUses = async ({
  file: { upload, uploadCollection },
  payload,
  req,
}: Place & { file: FoundUpload }): Promise<void> => {
  const { totalDocs: shownBy } = await payload.db.count({
    collection: shownUploadsSlug,
    req,
    where: {
      and: [{ upload: { equals: upload } }, { uploadCollection: { equals: uploadCollection } }],
    },
  })
  await payload.db.updateOne({
    id: upload,
    collection: uploadCollection as 'media',
    // Nobody has changed the file itself, so its date stays.
    data: { shownBy, updatedAt: null },
    req,
    returning: false,
  })
}
