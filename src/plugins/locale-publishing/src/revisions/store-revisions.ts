import type { CollectionAfterChangeHook, Payload, PayloadRequest, TypeWithID } from 'payload'

import { randomUUID } from 'node:crypto'

import type { Content } from '../content/content-field.ts'
import { notesOf } from '../notes-of-request.ts'

/** Which save made a state of a document, and whose it was. */
export type LastSaved = { by: null | string; locale: null | string; revision: string }

type Args = {
  collection?: string
  collectionSlug?: string
  data?: Content
  id?: unknown
  parent?: unknown
  req?: Partial<PayloadRequest>
  versionData?: Content
}

type Operation = (args: Args) => Promise<null | TypeWithID>

const unborn = 'unborn'

/** All that one save writes, a document and up to two versions, carries one revision. */
const stamp = (req: Partial<PayloadRequest> | undefined, id: unknown): LastSaved => {
  const notes = notesOf<LastSaved>({ about: 'revision', req })
  const found = notes.get(String(id)) ?? {
    by: nameOf(req?.user),
    locale: req?.locale ?? null,
    revision: randomUUID(),
  }
  notes.set(String(id), found)
  return found
}

const nameOf = (user: unknown): null | string => {
  const { email, name } = (user ?? {}) as { email?: unknown; name?: unknown }
  return [name, email].find((each) => typeof each === 'string' && each !== '') as null | string
}

/** Gives each saved state of a document its revision, below all hooks, where nobody can leave it out. */
export const storeRevisions = (payload: Payload, slugs: readonly string[]): void => {
  // Payload's types follow the project's collections; here their documents pass through as they are.
  const db = payload.db as unknown as Record<
    'create' | 'createVersion' | 'updateOne' | 'updateVersion',
    Operation
  >
  const { create, createVersion, updateOne, updateVersion } = db
  const isOurs = (slug = '') => slugs.includes(slug)

  db.create = async (args) => {
    if (!isOurs(args.collection)) return create.call(db, args)
    const lastSaved = stamp(args.req, unborn)
    const document = await create.call(db, { ...args, data: { ...args.data, lastSaved } })
    const notes = notesOf<LastSaved>({ about: 'revision', req: args.req })
    notes.delete(unborn)
    if (document) notes.set(String(document.id), lastSaved)
    return document
  }

  db.updateOne = (args) => {
    // Parts of a document are written by whoever keeps the books; only people save whole ones.
    if (!isOurs(args.collection) || !args.data || !('_status' in args.data))
      return updateOne.call(db, args)
    return updateOne.call(db, {
      ...args,
      data: { ...args.data, lastSaved: stamp(args.req, args.id ?? args.data.id) },
    })
  }

  db.createVersion = (args) =>
    createVersion.call(
      db,
      isOurs(args.collectionSlug)
        ? {
            ...args,
            versionData: { ...args.versionData, lastSaved: stamp(args.req, args.parent) },
          }
        : args,
    )

  db.updateVersion = (args) => {
    const { parent, version } = args.versionData ?? {}
    if (!isOurs(args.collection) || !version || !args.req?.context)
      return updateVersion.call(db, args)
    const lastSaved = stamp(args.req, parent)
    return updateVersion.call(db, {
      ...args,
      versionData: { ...args.versionData, version: { ...version, lastSaved } },
    })
  }
}

/** The next save in the same request is another one. */
export const endRevision: CollectionAfterChangeHook = ({ doc, req }) => {
  notesOf({ about: 'revision', req }).delete(String((doc as TypeWithID).id))
  return doc as unknown
}
