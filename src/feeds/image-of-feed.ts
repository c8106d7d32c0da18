import type { FeedImage } from '@qiao/feeds'

import type { Media } from '../generated/payload-types.ts'
import { shown } from '../delivery/shown.ts'

type Pictured = {
  certificate?: Media | null | string
  cover?: Media | null | string
  gallery?: { image: Media | string }[] | null
  logo?: Media | null | string
}

/** The picture of an entry that readers may see: the cover, else the first of the others; wide, where it is that wide. */
export const imageOfFeed = (doc: object): FeedImage | null => {
  const { certificate, cover, gallery, logo } = doc as Pictured
  const files = shown([cover, certificate, logo, ...(gallery ?? []).map(({ image }) => image)])
  const picture = files.find(({ mimeType }) => mimeType?.startsWith('image/'))
  if (!picture) return null
  const wide = picture.sizes?.wide
  const { filesize, height, mimeType, url, width } = wide?.url ? wide : picture
  if (!url || !mimeType) return null
  return {
    alt: picture.alt,
    bytes: filesize ?? null,
    height: height ?? null,
    type: mimeType,
    url,
    width: width ?? null,
  }
}
