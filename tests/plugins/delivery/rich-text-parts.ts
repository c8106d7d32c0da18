import type { DeliveredUpload } from '@qiao/delivery'

type Fields = Record<string, unknown>

/** Parts of a rich text, as the editor stores them. */
export const text = (words: unknown, format: unknown = 0) => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text: words,
  type: 'text',
  version: 1,
})

export const element = (type: string, { children, ...fields }: Fields) => ({
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  type,
  version: 1,
  ...fields,
})

export const link = (fields: Fields, words: string) =>
  element('link', {
    children: [text(words)],
    fields: { linkType: 'custom', newTab: false, ...fields },
  })

export const block = (blockType: string, fields: Fields) => ({
  fields: { blockName: '', blockType, id: '0123456789ab', ...fields },
  format: '',
  type: 'block',
  version: 2,
})

export const textOf = (...children: unknown[]) => ({ root: element('root', { children }) })

export const picture: DeliveredUpload = {
  alt: 'A lake & "reeds"',
  doc: { caption: 'The lake', credit: 'Li Na' },
  filename: 'lake.jpg',
  height: 1200,
  mimeType: 'image/jpeg',
  sizes: [
    { height: 240, url: 'https://example.org/lake-240x240.jpg', width: 240 },
    { height: 480, url: 'https://example.org/lake-640x480.jpg', width: 640 },
    { height: 900, url: 'https://example.org/lake-1200x900.jpg', width: 1200 },
  ],
  url: 'https://example.org/lake.jpg',
  width: 1600,
}
