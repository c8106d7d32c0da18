import type { AuditAction } from '../model/actions.ts'

/** One thing that a save has done, to one language or to the whole document. */
export type Told = { action: AuditAction; fields: string[]; locale: null | string }

export type Save = {
  /** Whether readers see it, for each language, before and after; left out where it is not known. */
  after: Record<string, boolean | undefined>
  before: Record<string, boolean | undefined>
  /** When it was moved to the trash. */
  deletedAt: { after: unknown; before: unknown }
  /** Paths of what the save changed. */
  fields: string[]
  isCreate: boolean
  /** The save brings an older version back. */
  isRestoringVersion: boolean
  /** The status the document has in the language of the save. */
  isSavedAsPublished: boolean
  locale: null | string
  /** What is done to the language when it is no plain save. */
  localeAction: 'publish' | 'revert' | 'unpublish' | undefined
  /** What the change of a field is called, and the making of a document. */
  rules: { created?: AuditAction; fields?: Record<string, AuditAction> }
}

const ofLocaleAction = {
  publish: 'published',
  revert: 'reverted',
  unpublish: 'unpublished',
} as const

/** Tells a save as the events that people would call it. */
export const describeSave = (save: Save): Told[] => {
  const { deletedAt, fields, isCreate, locale, localeAction, rules } = save
  if (localeAction) return [{ action: ofLocaleAction[localeAction], fields, locale }]
  if (!isCreate && Boolean(deletedAt.after) !== Boolean(deletedAt.before)) {
    return [{ action: deletedAt.after ? 'trashed' : 'restored', fields: [], locale: null }]
  }
  const withdrawn = Object.keys(save.before)
    .filter((code) => save.before[code] === true && save.after[code] === false)
    .map((code): Told => ({ action: 'unpublished', fields: [], locale: code }))
  if (isCreate) {
    const created: Told = { action: rules.created ?? 'created', fields, locale }
    return save.isSavedAsPublished
      ? [created, { action: 'published', fields: [], locale }]
      : [created]
  }
  const special = Object.entries(rules.fields ?? {}).flatMap(([name, action]): Told[] => {
    const own = fields.filter((path) => isWithin(path, name))
    return own.length > 0 ? [{ action, fields: own, locale }] : []
  })
  const rest = fields.filter(
    (path) => !Object.keys(rules.fields ?? {}).some((name) => isWithin(path, name)),
  )
  // What only withdraws languages, or changes only what has a name of its own, is told already.
  if (rest.length === 0 && special.length + withdrawn.length > 0) return [...special, ...withdrawn]
  return [...special, ...withdrawn, { action: plainAction(save), fields: rest, locale }]
}

const plainAction = ({ isRestoringVersion, isSavedAsPublished }: Save): AuditAction => {
  if (isRestoringVersion) return 'reverted'
  return isSavedAsPublished ? 'published' : 'changed'
}

const isWithin = (path: string, name: string): boolean =>
  path === name || path.startsWith(`${name}.`)
