import { isRecord } from '../is-record.ts'
import { cleanText } from './clean-text.ts'
import { element, type HtmlElement } from './element.ts'

/** A file that readers may see, with its words in the language of the text. */
export type DeliveredUpload = {
  alt: string
  /** The document of the file, for what else a block shows of it. */
  doc: Record<string, unknown>
  filename: string
  height: null | number
  mimeType: string
  /** Smaller versions of a picture, the smallest first. */
  sizes: { height: number; url: string; width: number }[]
  /** Absolute. */
  url: string
  width: null | number
}

/** What Payload keeps of a file, with absolute addresses; `null` when there is no address to show. */
export const deliveredUpload = (
  doc: Record<string, unknown>,
  serverURL: string,
): DeliveredUpload | null => {
  const url = absolute(doc.url, serverURL)
  if (url === null) return null
  const sizes = Object.values(isRecord(doc.sizes) ? doc.sizes : {}).flatMap((size) => {
    if (!isRecord(size)) return []
    const address = absolute(size.url, serverURL)
    const { height, width } = size
    return address !== null && isLength(height) && isLength(width)
      ? [{ height, url: address, width }]
      : []
  })
  return {
    alt: cleanText(doc.alt),
    doc,
    filename: cleanText(doc.filename),
    height: isLength(doc.height) ? doc.height : null,
    mimeType: cleanText(doc.mimeType),
    sizes: sizes.toSorted((one, other) => one.width - other.width),
    url,
    width: isLength(doc.width) ? doc.width : null,
  }
}

/** A picture with its smaller versions, which the browser chooses from; of any other file a link to it. */
export const uploadElement = (upload: DeliveredUpload): HtmlElement => {
  const { alt, filename, height, mimeType, url, width } = upload
  if (!mimeType.startsWith('image/')) {
    return element('a', { children: filename || url, href: url, rel: 'noopener noreferrer' })
  }
  const srcset = srcsetOf(upload)
  return element('img', {
    alt,
    decoding: 'async',
    height,
    loading: 'lazy',
    sizes: srcset === null ? null : `(max-width: ${width ?? 0}px) 100vw, ${width ?? 0}px`,
    src: url,
    srcset,
    width,
  })
}

/** A version that was cropped to another shape shows another picture: it is no choice for the same place. */
const srcsetOf = ({ height, sizes, url, width }: DeliveredUpload): null | string => {
  if (height === null || width === null) return null
  const smaller = sizes.filter(
    (size) =>
      size.width < width && Math.abs((size.width / size.height) * (height / width) - 1) < 0.02,
  )
  if (smaller.length === 0) return null
  return [...smaller, { url, width }].map((each) => `${each.url} ${each.width}w`).join(', ')
}

const absolute = (url: unknown, serverURL: string): null | string => {
  const text = cleanText(url)
  if (text === '' || !URL.canParse(text, serverURL || undefined)) return null
  const { href, protocol } = new URL(text, serverURL || undefined)
  // A comma or a space would end an entry of a srcset.
  return protocol === 'https:' || protocol === 'http:' ? href.replaceAll(',', '%2C') : null
}

const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0
