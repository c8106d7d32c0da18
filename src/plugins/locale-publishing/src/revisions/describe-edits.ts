import type { Content, ContentField } from '../content/content-field.ts'
import { settleEdits } from '../content/settle-edits.ts'
import type { LastSaved } from './store-revisions.ts'

/** A version as the database holds it. */
export type SavedState = {
  id: number | string
  updatedAt: string
  version: Content & { lastSaved?: Partial<LastSaved> }
}

/** One field that somebody else changed: to what, who, when, and in which language they were writing. */
export type ForeignEdit = {
  at: string
  by: null | string
  /** The name of the field in the language of the person who is told. */
  label: string
  locale: null | string
  path: string
  theirs: unknown
}

/** Tells for each path who changed it last, of all who saved since the first of these states. */
export const describeEdits = ({
  fields,
  labelOf,
  paths,
  read,
  states,
}: {
  fields: readonly ContentField[]
  labelOf: (path: string) => string
  paths: readonly string[]
  read: (state: SavedState) => Content
  /** The saved states of the document, oldest first. */
  states: readonly SavedState[]
}): ForeignEdit[] => {
  const edits = new Map<string, ForeignEdit>()
  states.forEach((state, index) => {
    const before = states[index - 1]
    if (!before) return
    const theirs = read(state)
    const { by = null, locale = null } = state.version.lastSaved ?? {}
    for (const path of settleEdits({ base: read(before), fields, mine: {}, theirs }).theirs) {
      edits.set(path, {
        at: state.updatedAt,
        by,
        label: labelOf(path),
        locale,
        path,
        theirs: valueAt(theirs, path),
      })
    }
  })
  return paths.flatMap((path) => edits.get(path) ?? [])
}

const valueAt = (content: Content, path: string): unknown =>
  path.split('.').reduce<unknown>((part, name) => (part as Content | undefined)?.[name], content)
