import type { PayloadRequest } from 'payload'
import { drawPicture, type Scene } from './pictures/draw-picture.ts'

/** A picture that the demo draws itself. */
export type DemoPicture = {
  alt: { en: string; zh: string }
  caption?: { en: string; zh: string }
  key: string
  scene: Scene
}

/** Stores a picture with its texts in both languages, unless a file of its name is there. */
export const seedMedia = async ({
  picture: { alt, caption, key, scene },
  req,
}: {
  picture: DemoPicture
  req: PayloadRequest
}): Promise<{ id: string; isNew: boolean }> => {
  const name = `${key}.jpg`
  const options = { collection: 'media', depth: 0, overrideAccess: false, req } as const
  const found = await req.payload.find({
    ...options,
    limit: 1,
    where: { filename: { equals: name } },
  })
  if (found.docs[0]) return { id: found.docs[0].id, isNew: false }

  const bytes = await drawPicture(scene)
  const { id } = await req.payload.create({
    ...options,
    data: { alt: alt.en, caption: caption?.en, credit: 'Qiao demo', licence: 'CC0 1.0' },
    file: { data: bytes, mimetype: 'image/jpeg', name, size: bytes.length },
    locale: 'en',
    // A file left behind by an earlier database would otherwise push this one to another name.
    overwriteExistingFiles: true,
  })
  // The file of the first call is not to be stored a second time.
  req.file = undefined
  await req.payload.update({
    ...options,
    id,
    data: { alt: alt.zh, caption: caption?.zh },
    locale: 'zh',
  })
  return { id, isNew: true }
}
