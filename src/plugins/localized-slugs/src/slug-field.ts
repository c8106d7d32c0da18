import type { FieldHook, PayloadRequest, TextField } from 'payload'
import { isKnownFree } from './foresee-claims.ts'
import { claimKey, type SlugClaim, slugClaimsSlug } from './slug-claims.ts'
import { slugify } from './slugify.ts'

/** The slug of a document: localized, made from the `source` field when left empty, kept as it is afterwards. */
export const slugField = ({
  collection,
  enabled,
  source,
}: {
  collection: string
  enabled: boolean
  source: string
}): TextField => ({
  name: 'slug',
  type: 'text',
  label: { en: 'Slug', zh: '网址别名' },
  index: true,
  localized: true,
  admin: {
    description: {
      en: 'The last part of the address in this language. Left empty, it is made from the title.',
      zh: '该语言网址的最后一段；留空时由标题自动生成（中文转为拼音）。',
    },
    position: 'sidebar',
  },
  hooks: { beforeValidate: enabled ? [fillSlug({ collection, source })] : [] },
})

const fillSlug =
  ({ collection, source }: { collection: string; source: string }): FieldHook =>
  async ({ data, originalDoc, req, value }) => {
    const locale = req.locale
    if (!locale || locale === 'all') return value
    if (typeof value === 'string' && value.trim()) return slugify(value) || value
    const kept: unknown = originalDoc?.slug
    if (value === undefined && typeof kept === 'string' && kept) return kept
    const title: unknown = data?.[source] ?? originalDoc?.[source]
    if (typeof title !== 'string' || !title.trim()) return value
    return firstFree({ collection, document: originalDoc?.id, locale, req, wanted: slugify(title) })
  }

/** `annual-meeting`, or `annual-meeting-2` when another document holds that, and so on. */
export const firstFree = async ({
  collection,
  document,
  locale,
  req,
  wanted,
}: {
  collection: string
  document: unknown
  locale: string
  req: PayloadRequest
  wanted: string
}): Promise<string> => {
  const base = wanted || collection
  const first = claimKey({ collection, locale, slug: base })
  if (isKnownFree(first, req)) return base
  // One range of the unique index holds the slug and its numbered followers.
  const { docs } = await req.payload.db.find<SlugClaim>({
    collection: slugClaimsSlug,
    pagination: false,
    req,
    where: {
      and: [{ key: { greater_than_equal: first } }, { key: { less_than: `${first}-:` } }],
    },
  })
  const taken = new Set(
    docs
      .filter((claim) => claim.document !== String(document) && !claim.inTrash)
      .map(({ slug }) => slug),
  )
  let slug = base
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`
  return slug
}
