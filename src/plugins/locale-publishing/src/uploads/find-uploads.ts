import type { Payload } from 'payload'

import type { Content } from '../content/content-field.ts'
import { statusOf } from '../content/locale-states.ts'
import { oneLocale } from '../content/one-locale.ts'
import { referencesOf } from '../content/references.ts'
import { idFilter } from '../id-filter.ts'

export type FoundUpload = { upload: string; uploadCollection: string }

type Asked = {
  /** With all its languages. */
  doc: Content
  locales: readonly string[]
  payload: Payload
  slug: string
  /** The collections of uploads to look for. */
  uploads: readonly string[]
}

/** The files that a document may show in these languages: those of its fields, and any text in a block that can be an id. */
export const uploadsIn = ({ doc, locales, payload, slug, uploads }: Asked): FoundUpload[] => {
  const { flattenedFields: fields } =
    payload.collections[slug as keyof typeof payload.collections].config
  const references = locales.flatMap((locale) =>
    referencesOf({ fields, part: oneLocale({ fields, locale, part: doc }) }),
  )
  return uploads.flatMap((uploadCollection) => {
    const isId = idFilter(payload, uploadCollection)
    const ids = references
      .filter(
        ({ id, relationTo }) => (relationTo ?? uploadCollection) === uploadCollection && isId(id),
      )
      .map(({ id }) => id)
    return [...new Set(ids)].map((upload) => ({ upload, uploadCollection }))
  })
}

/** The languages of a document that readers see; none of what lies in the trash. */
export const publicLocales = (doc: Content, payload: Payload): string[] => {
  const { localization } = payload.config
  if (doc.deletedAt || !localization) return []
  return localization.localeCodes.filter((locale) => statusOf(doc, locale) === 'published')
}
