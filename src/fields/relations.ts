import type { CollectionSlug, RelationshipField } from 'payload'
import type { Bilingual } from '../localization.ts'

/** One partner profile. */
export const partnerField = ({
  name = 'partner',
  label = { en: 'Partner', zh: '伙伴机构' },
  required = false,
}: {
  name?: string
  label?: Bilingual
  required?: boolean
} = {}): RelationshipField => ({
  name,
  type: 'relationship',
  label,
  localized: false,
  relationTo: 'partner-profiles',
  required,
})

/** Several documents of one collection, in the order the editor gave them. */
export const manyField = ({
  name,
  label,
  relationTo,
}: {
  name: string
  label: Bilingual
  relationTo: CollectionSlug
}): RelationshipField => ({
  name,
  type: 'relationship',
  hasMany: true,
  index: true,
  label,
  localized: false,
  relationTo,
})

export const programsField = (): RelationshipField =>
  manyField({ name: 'programs', label: { en: 'Programs', zh: '相关项目' }, relationTo: 'programs' })
