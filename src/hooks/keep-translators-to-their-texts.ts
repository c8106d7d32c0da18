import { labelOfPath, sharedChanges } from '@qiao/locale-publishing'
import { APIError, type CollectionBeforeValidateHook } from 'payload'

import { isGranted } from '../access/is-granted.ts'
import { inUsersLanguage } from '../localization.ts'

/** Translators write texts; dates, pictures, relations and the rows of lists belong to all languages. */
export const keepTranslatorsToTheirTexts: CollectionBeforeValidateHook = ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const asking = { collection: collection.slug, req }
  // What the system does by itself is nobody's: it has no user, and access has been decided before.
  if (!data || !originalDoc || !req.user) return data
  if (isGranted({ ...asking, operation: 'writeShared' })) return data
  const fields = collection.flattenedFields
  const isUpload = fields.some(({ name }) => name === 'mimeType')
  const changes = sharedChanges({ after: data, before: originalDoc, fields })
  const paths = changes.filter((path) => !(isUpload && madeOfName.test(path)))
  if (paths.length === 0) return data
  const labels = [...new Set(paths.map((path) => labelOfPath({ fields, path: whole(path), req })))]
  const message = {
    en: `Translators change texts only; this is shared by all languages: ${labels.join(', ')}. Nothing was saved.`,
    zh: `译者只能修改文字；以下内容由各语言共用，未保存任何更改：${labels.join('、')}。`,
  }
  const errors = paths.map((path) => ({
    message: inUsersLanguage({ message: notYours, req }),
    path,
  }))
  throw new APIError(inUsersLanguage({ message, req }), 403, { code: 'SHARED_FIELD', errors }, true)
}

/** Payload works out the addresses of a file on each reading. */
const madeOfName = /^(thumbnailURL|(sizes\.\w+\.)?url)$/

/** The field that a row belongs to has a name; the row has none. */
const whole = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '')

const notYours = {
  en: 'This is shared by all languages; ask an editor to change it.',
  zh: '该内容由各语言共用，请联系编辑修改。',
}
