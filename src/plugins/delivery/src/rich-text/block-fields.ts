import { isRecord } from '../is-record.ts'
import { cleanText } from './clean-text.ts'
import type { Html } from './element.ts'
import { idOf, safeAddress } from './read-link-target.ts'
import type { DocumentReference } from './rich-text-node.ts'
import type { DeliveredUpload } from './delivered-upload.ts'

/** How a block of the editor is written for readers. */
export type BlockRenderer = {
  html: (block: BlockFields) => Html
  /** The words of the block, for searches and descriptions; lines are ended by line feeds. */
  text: (block: BlockFields) => string
  /** The upload fields of the block and the collections they point to: `{ 'images.image': 'media' }`. @default none */
  uploads?: Record<string, string>
}

/** The fields of a block, whatever is stored under their names: a field of another type reads as an empty one. */
export type BlockFields = {
  /** A web, mail or telephone address that a reader may be sent to. */
  address: (name: string) => null | string
  date: (name: string) => Date | null
  flag: (name: string) => boolean
  /** The language of the text around the block. */
  locale: string
  number: (name: string) => null | number
  rows: (name: string) => BlockFields[]
  text: (name: string) => string
  /** The file of an upload field, when readers may see it. */
  upload: (name: string) => DeliveredUpload | null
}

export const blockFields = ({
  fields,
  locale,
  uploadOf,
  uploads = {},
  within = '',
}: {
  fields: Record<string, unknown>
  locale: string
  uploadOf: (reference: DocumentReference) => DeliveredUpload | null
  uploads?: BlockRenderer['uploads']
  /** The rows that the fields are in, such as `images.`. @default the block itself */
  within?: string
}): BlockFields => {
  const value = (name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)
  return {
    address: (name) => safeAddress(value(name)),
    date: (name) => {
      const text = value(name)
      const date = new Date(typeof text === 'string' ? text : NaN)
      return Number.isNaN(date.getTime()) ? null : date
    },
    flag: (name) => value(name) === true,
    locale,
    number: (name) => {
      const number = value(name)
      return typeof number === 'number' && Number.isFinite(number) ? number : null
    },
    rows: (name) =>
      recordsIn(value(name)).map((row) =>
        blockFields({ fields: row, locale, uploadOf, uploads, within: `${within}${name}.` }),
      ),
    text: (name) => cleanText(value(name)).trim(),
    upload: (name) => {
      const id = idOf(value(name))
      const collection = uploads[`${within}${name}`]
      return id === null || collection === undefined ? null : uploadOf({ collection, id })
    },
  }
}

/** The files that a block names, in the fields that its renderer tells of. */
export const uploadsOfBlock = ({
  fields,
  uploads = {},
}: {
  fields: Record<string, unknown>
  uploads?: BlockRenderer['uploads']
}): DocumentReference[] =>
  Object.entries(uploads).flatMap(([path, collection]) => {
    const [name = '', ...rows] = path.split('.').toReversed()
    let places = [fields]
    for (const row of rows.toReversed()) {
      places = places.flatMap((place) => recordsIn(Object.hasOwn(place, row) ? place[row] : null))
    }
    return places.flatMap((place) => {
      const id = Object.hasOwn(place, name) ? idOf(place[name]) : null
      return id === null ? [] : [{ collection, id }]
    })
  })

const recordsIn = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).filter(isRecord)
