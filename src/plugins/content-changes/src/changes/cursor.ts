import { createHash } from 'node:crypto'

import { unplaced } from '../model/public-documents.ts'

/** How far somebody has read the order of changes. */
export type Cursor = {
  /** Which register this is about. */
  epoch: string
  /** All up to here is known. */
  place: number
  /** What is gone up to here was never told to this reader, who began when the order ended here. */
  sync: number
}

/**
 * A cursor as text, opaque to whoever keeps it. It is not secret and not signed: it only says from where to read on what
 * everybody may read. `about` is what the reader has narrowed the changes to, for which alone the cursor is right.
 */
export const writeCursor = (
  { epoch, place, sync }: Cursor,
  about: readonly (string | undefined)[],
): string =>
  Buffer.from([version, epoch, place, sync, digestOf(about)].join('.')).toString('base64url')

/** What a text says as a cursor: undefined when it is none, `other` when it is one of another question. */
export const readCursor = (
  text: string,
  about: readonly (string | undefined)[],
): 'other' | Cursor | undefined => {
  if (text.length > 200 || !/^[\w-]+$/.test(text)) return undefined
  const plain = Buffer.from(text, 'base64url').toString()
  const found = pattern.exec(plain)
  if (!found) return undefined
  const { 1: epoch = '', 2: place, 3: sync, 4: digest } = found
  const cursor = { epoch, place: Number(place), sync: Number(sync) }
  // One text for one cursor: what others would read into it is none of ours.
  if (writeText(plain) !== text || cursor.place >= unplaced || cursor.sync >= unplaced)
    return undefined
  return digest === digestOf(about) ? cursor : 'other'
}

const version = '1'

const pattern = /^1\.([0-9a-f-]{36})\.(0|[1-9]\d{0,15})\.(0|[1-9]\d{0,15})\.([\w-]{8})$/

const writeText = (plain: string): string => Buffer.from(plain).toString('base64url')

const digestOf = (about: readonly (string | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 8)
