import type { CollectionAfterChangeHook, CollectionBeforeOperationHook, TypeWithID } from 'payload'

import { changeLocales, readLocaleStates } from './locale-actions.ts'
import { notesOf } from './notes-of-request.ts'

type Wish = { isAll: boolean }

const wishOf = (req: Parameters<typeof notesOf>[0]['req']) => notesOf<Wish>({ about: 'all', req })

/**
 * Payload's `publishAllLocales` marks every language as published, also those that nobody has written, and asks for
 * the required fields of one. Here it publishes the language of the request, and then each other one that has text.
 */
export const noteAllLocales: CollectionBeforeOperationHook = ({ args, req }) => {
  const { publishAllLocales, ...rest } = args as typeof args & { publishAllLocales?: boolean }
  if (!publishAllLocales) return args
  wishOf(req).set('next', { isAll: true })
  const { data } = rest as { data?: object }
  return { ...rest, data: { ...data, _status: 'published' } }
}

export const publishOtherLocales: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  if (!wishOf(req).get('next')?.isAll) return doc as unknown
  wishOf(req).delete('next')
  const id = String((doc as TypeWithID).id)
  const states = await readLocaleStates({ collection, id, req })
  const locales = Object.keys(states).filter((locale) =>
    ['changed', 'draft', 'scheduled'].includes(states[locale] ?? ''),
  )
  // In the transaction of the save: all of them are published, or none.
  await changeLocales('publish', { collection, id, locales, overrideAccess: true, req })
  return doc as unknown
}
