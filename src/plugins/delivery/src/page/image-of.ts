import type { SharedImage } from './delivery-document.ts'
import { isRecord } from '../is-record.ts'
import { textOf, valuesAt } from './text-of.ts'

/** The picture that a shared link shows: the first upload at these paths that readers may see and that is a picture. */
export const imageOf = ({
  doc,
  origin,
  paths,
  sizes,
}: {
  doc: unknown
  /** Of the API, for files whose address has none. */
  origin: string
  paths: readonly string[]
  sizes: readonly string[]
}): null | SharedImage => {
  for (const path of paths) {
    for (const value of valuesAt(doc, path).flatMap(uploadsIn)) {
      const image = asImage({ origin, sizes, upload: value })
      if (image) return image
    }
  }
  return null
}

/** An upload itself, or those in the blocks of a rich text. */
const uploadsIn = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) return value.flatMap(uploadsIn)
  if (!isRecord(value)) return []
  if (typeof value.mimeType === 'string') return [value]
  const { children, fields, image, images, root, type } = value
  const inText = uploadsIn(root ?? children)
  const inBlock = type === 'block' ? uploadsIn(fields) : []
  return [...inText, ...inBlock, ...uploadsIn(image ?? images)]
}

const asImage = ({
  origin,
  sizes,
  upload,
}: {
  origin: string
  sizes: readonly string[]
  upload: Record<string, unknown>
}): null | SharedImage => {
  const made = isRecord(upload.sizes) ? upload.sizes : {}
  const files = [...sizes.map((size) => made[size]), upload].filter(isRecord)
  const file = files.find(
    ({ mimeType, url }) =>
      typeof url === 'string' && url !== '' && String(mimeType).startsWith('image/'),
  )
  if (!file) return null
  return {
    alt: textOf(upload.alt),
    height: asNumber(file.height),
    type: String(file.mimeType),
    url: new URL(String(file.url), origin).href,
    width: asNumber(file.width),
  }
}

const asNumber = (value: unknown): null | number => (typeof value === 'number' ? value : null)
