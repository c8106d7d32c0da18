import type { PayloadRequest } from 'payload'

import type { Content } from './content/content-field.ts'
import { type LocaleState, storedName } from './content/locale-states.ts'
import type { LocaleAction } from './locale-actions.ts'
import { notesOf } from './notes-of-request.ts'

const key = 'locale-publishing:action'

/** Lets hooks know what is being done to a language while it is done; Payload tells them of an update. */
export const noteAction = (req: PayloadRequest, action: LocaleAction | undefined): void => {
  req.context[key] = action
}

/** For hooks: what is being done to the language of the request, when it is no plain save. */
export const localeActionOf = (req: PayloadRequest): LocaleAction | undefined =>
  req.context[key] as LocaleAction | undefined

/** Whether readers see a document in a language, from its stored states; undefined when these were not read. */
export const isPublicIn = ({
  doc,
  locale,
}: {
  doc: Record<string, unknown>
  locale: string
}): boolean | undefined => {
  const { localeStates } = doc as { localeStates?: Record<string, LocaleState | null> }
  const state = localeStates?.[storedName(locale)]
  return state ? state === 'published' || state === 'changed' : undefined
}

/** Lets a document be created together with its states when more is saved of it than readers will see. */
export const expectLatest = (req: Partial<PayloadRequest>, latest: Content): void => {
  notesOf<Content>({ about: 'latest', req }).set('next', latest)
}

/** What was announced so for the document that is being created. */
export const takeExpectedLatest = (
  req: Partial<PayloadRequest> | undefined,
): Content | undefined => {
  const notes = notesOf<Content>({ about: 'latest', req })
  const latest = notes.get('next')
  notes.delete('next')
  return latest
}
