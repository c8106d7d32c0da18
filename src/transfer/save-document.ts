import { expectLatest } from '@qiao/locale-publishing'
import {
  APIError,
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
  type CollectionConfig,
  type FlattenedField,
  type Payload,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  ValidationError,
  type ValidationFieldError,
} from 'payload'

import { copyOf } from './copy-of.ts'
import { inLanguage } from './in-language.ts'
import { rawDatabase } from './raw-database.ts'
import type { Content } from './records.ts'
import { RefusedItemError } from './write-in-batches.ts'

export type NewDocument = {
  collection: string
  content: Content
  id: string
  /** Its languages, in the order they are written in. */
  languages: string[]
  /** Published or draft, for each language; none where a collection has no drafts. */
  statuses: Record<string, string>
}

type Hooks = Required<CollectionConfig>['hooks']

type Save = { data: Content; doc: Content; locale: string; previousDoc: Content }

/**
 * Saves a document in all its languages as the API would language by language: the same hooks and checks run for each,
 * but it is stored once. What readers see holds its published languages, and what was saved last holds all.
 */
export const saveDocument = async ({
  document,
  payload,
  requestIn,
}: {
  document: NewDocument
  payload: Payload
  /** The request to save a language with; all of them share the transaction and the notes of the hooks. */
  requestIn: (locale: string) => PayloadRequest
}): Promise<void> => {
  const { config } = payload.collections[document.collection as 'stories']
  // Payload's types follow the project's collections; here their documents pass through as they are.
  const collection = config
  const { latest, published, saves } = await check({ collection, document, requestIn }).catch(
    (error: unknown) => {
      throw error instanceof APIError && error.isPublic ? new RefusedItemError(error) : error
    },
  )
  const db = rawDatabase(payload)
  const req = requestIn(document.languages.at(-1) ?? '')
  const { id } = document
  expectLatest(req, latest)
  const created = await db.create({
    collection: collection.slug,
    customID: id,
    data: copyOf(published),
    req,
    // All that anybody asks of it; to read a whole document back takes longer than to write it.
    select: { _status: true, createdAt: true, localeStates: true, updatedAt: true },
  })
  if (collection.versions && created) {
    const { createdAt, updatedAt } = created
    const now = new Date().toISOString()
    await db.createVersion({
      autosave: false,
      collectionSlug: collection.slug,
      createdAt: now,
      parent: id,
      req,
      returning: false,
      updatedAt: now,
      versionData: { ...copyOf(latest), createdAt, updatedAt },
    })
  }
  for (const { data, doc, locale, previousDoc } of saves) {
    for (const hook of hooksOf(collection).afterChange ?? []) {
      await hook({
        collection,
        context: req.context,
        data,
        doc: { ...doc, id },
        // It is new in each of its languages.
        operation: 'create',
        overrideAccess: true,
        previousDoc,
        req: requestIn(locale),
      })
    }
  }
}

const hooksOf = ({ hooks }: SanitizedCollectionConfig): Hooks => hooks

/** The texts of all languages as they will be stored, having passed the hooks and checks of each. */
const check = async ({
  collection,
  document: { content, id, languages, statuses },
  requestIn,
}: {
  collection: SanitizedCollectionConfig
  document: NewDocument
  requestIn: (locale: string) => PayloadRequest
}): Promise<{ latest: Content; published: Content; saves: Save[] }> => {
  const fields = collection.flattenedFields
  const saves: Save[] = []
  let latest: Content = {}
  let published: Content | undefined
  let isSharedChecked = false
  for (const locale of languages) {
    const status = statuses[locale]
    const originalDoc =
      saves.length === 0 ? {} : { ...inLanguage({ fields, locale, part: latest }), id }
    const given = inLanguage({ fields, locale, part: content })
    const { data, stored } = await checkLanguage({
      collection,
      data: status ? { ...given, _status: status } : given,
      isSharedChecked,
      originalDoc,
      req: requestIn(locale),
      stored: latest,
    })
    isSharedChecked ||= status !== 'draft'
    latest = stored
    const doc = inLanguage({ fields, locale, part: stored })
    saves.push({ data, doc, locale, previousDoc: originalDoc })
    // Drafts come last, so this is what readers see: of a document that nobody sees, how it began.
    if (!published || status !== 'draft') published = latest
  }
  return { latest, published: published ?? latest, saves }
}

const checkLanguage = async ({
  collection,
  data: given,
  isSharedChecked,
  originalDoc,
  req,
  stored,
}: {
  collection: SanitizedCollectionConfig
  data: Content
  /** Whether what is the same in all languages has been checked with another one. */
  isSharedChecked: boolean
  originalDoc: Content
  req: PayloadRequest
  stored: Content
}): Promise<{ data: Content; stored: Content }> => {
  const { beforeChange = [], beforeValidate = [] } = hooksOf(collection)
  const operation: 'create' | 'update' = 'id' in originalDoc ? 'update' : 'create'
  const { context } = req
  const hooked = { collection, context, operation, originalDoc, overrideAccess: true, req }
  const walked = {
    collection,
    context,
    doc: originalDoc,
    fields: collection.fields,
    global: null,
    operation,
    overrideAccess: true,
    parentIndexPath: '',
    parentIsLocalized: false,
    parentPath: '',
    parentSchemaPath: '',
    req,
    siblingDoc: originalDoc,
  }
  let data = given
  await beforeValidateTraverseFields({ ...walked, data, siblingData: data })
  for (const hook of [...beforeValidate, ...beforeChange])
    data = ((await hook({ ...hooked, data })) as Content | undefined) ?? data
  const errors: ValidationFieldError[] = []
  const mergeLocaleActions: (() => Promise<void> | void)[] = []
  const result = copyOf(data)
  await beforeChangeTraverseFields({
    ...walked,
    data: result,
    // All of the document is in the data by now; Payload would merge the two anew for each of its fields.
    doc: {},
    docWithLocales: stored,
    errors,
    fieldLabelPath: '',
    mergeLocaleActions,
    siblingData: result,
    siblingDoc: {},
    siblingDocWithLocales: stored,
    skipValidation: data._status === 'draft',
    ...(isSharedChecked ? { submittedTopLevelFieldNames: namesWithText(collection) } : {}),
  })
  if (errors.length > 0)
    throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
  for (const action of mergeLocaleActions) await action()
  return { data, stored: result }
}

const textNames = new WeakMap<SanitizedCollectionConfig, Set<string>>()

/** The fields of a document that differ from language to language, or hold one that does. */
const namesWithText = (collection: SanitizedCollectionConfig): Set<string> => {
  const known = textNames.get(collection)
  if (known) return known
  const hasText = (field: FlattenedField): boolean =>
    Boolean(field.localized) ||
    ('flattenedFields' in field && field.flattenedFields.some(hasText)) ||
    field.type === 'blocks'
  const names = new Set(collection.flattenedFields.filter(hasText).map(({ name }) => name))
  textNames.set(collection, names)
  return names
}
