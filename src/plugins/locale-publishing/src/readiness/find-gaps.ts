import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'

import { getTranslation } from '@payloadcms/translations'

import { type Content, isContent } from '../content/content-field.ts'
import { type Reference, referencesOf } from '../content/references.ts'
import { idFilter } from '../id-filter.ts'
import { inWordsOf } from '../in-words-of.ts'
import { labelOfPath } from '../revisions/label-of-path.ts'

/** Something that is missing in one language, at a field of the form. */
export type Gap = { label: string; message: string; path: string }

type Asked = {
  collection: SanitizedCollectionConfig
  /** The document as it is read in that language. */
  doc: Content
  locale: string
  req: PayloadRequest
}

/**
 * Pictures that the document shows and that have no alternative text in its language.
 *
 * @param alternativeTexts the localized field of each collection of uploads that holds the alternative text
 */
export const missingAlternativeTexts = async (
  { collection, doc, locale, req }: Asked,
  alternativeTexts: Record<string, string>,
): Promise<Gap[]> => {
  const references = referencesOf({ fields: collection.flattenedFields, part: doc })
  const gaps: Gap[] = []
  for (const [slug, field] of Object.entries(alternativeTexts)) {
    const shown = references.filter(({ relationTo }) => (relationTo ?? slug) === slug)
    const pictures = await readAll({ ids: shown.map(({ id }) => id), locale, req, slug })
    for (const { id, path } of shown) {
      const picture = pictures.get(id)
      const text = picture?.[field]
      if (!picture || (typeof text === 'string' && text.trim() !== '')) continue
      const name = typeof picture.filename === 'string' ? picture.filename : id
      gaps.push({
        label: labelOfPath({ fields: collection.flattenedFields, path, req }),
        message: inWordsOf(req, {
          en: `“${name}” has no alternative text in this language. Open the picture and write one.`,
          zh: `图片“${name}”缺少该语言的替代文字，请打开图片填写。`,
        }),
        path,
      })
    }
  }
  return gaps
}

/** What the document points to although readers of this language cannot open it. */
export const unpublishedTargets = async (
  { collection, doc, locale, req }: Asked,
  slugs: readonly string[],
): Promise<Gap[]> => {
  const references = referencesOf({ fields: collection.flattenedFields, part: doc })
  const gaps: Gap[] = []
  for (const slug of slugs) {
    const ours = references.filter(({ relationTo }): boolean => relationTo === slug)
    const targets = await readAll({ ids: ours.map(({ id }) => id), locale, req, slug })
    const { config } = req.payload.collections[slug as keyof typeof req.payload.collections]
    for (const { id, path } of ours) {
      const target = targets.get(id)
      if (target?._status === 'published') continue
      const title = target?.[config.admin.useAsTitle ?? 'id']
      const name = typeof title === 'string' && title ? title : id
      const kind = getTranslation(config.labels.singular, req.i18n)
      gaps.push({
        label: labelOfPath({ fields: collection.flattenedFields, path, req }),
        message: inWordsOf(req, {
          en: `The ${kind.toLowerCase()} “${name}” is not published in this language; readers will not see it.`,
          zh: `${kind}“${name}”尚未以该语言发布，读者看不到它。`,
        }),
        path,
      })
    }
  }
  return gaps
}

const readAll = async ({
  ids,
  locale,
  req,
  slug,
}: {
  ids: Reference['id'][]
  locale: string
  req: PayloadRequest
  slug: string
}): Promise<Map<string, Content>> => {
  if (ids.length === 0) return new Map()
  // Texts in blocks are tried as ids, so most of them are none.
  const where: Where = { id: { in: [...new Set(ids)].filter(idFilter(req.payload, slug)) } }
  const { docs }: { docs: object[] } = await req.payload.find({
    collection: slug as 'topics',
    context: {},
    depth: 0,
    fallbackLocale: false,
    limit: 0,
    locale: locale as 'en',
    pagination: false,
    req: { transactionID: req.transactionID },
    where,
  })
  return new Map(
    docs.filter((doc): doc is Content => isContent(doc)).map((doc) => [String(doc.id), doc]),
  )
}
