import type { Block, CollectionConfig, Field, GlobalConfig, Tab } from 'payload'

export type ModelPart = CollectionConfig | GlobalConfig | Block

/** A rule about one collection, global or block: one line for each breach. */
export type ModelRule = (part: ModelPart) => string[]

/** Every text says on purpose whether it has one value or one for each language. */
export const localizedOnPurpose: ModelRule = (part) =>
  walk(part.fields, part.slug).flatMap(({ field, path }) =>
    ['text', 'textarea', 'richText'].includes(field.type) &&
    !('localized' in field && typeof field.localized === 'boolean')
      ? [`${path}: ${field.type} without localized`]
      : [],
  )

/** Every name, description, placeholder and option that an editor meets is in both languages. */
export const labelledInBothLanguages: ModelRule = (part) => [
  ...namesOfPart(part),
  ...walk(part.fields, part.slug).flatMap(({ field, path }) => namesOfField(field, path)),
]

/** What has to be chosen cannot be emptied by a slip on the little cross. */
export const requiredChoicesStay: ModelRule = (part) =>
  walk(part.fields, part.slug).flatMap(({ field, path }) =>
    field.type === 'select' &&
    field.required &&
    !field.hasMany &&
    field.admin?.isClearable !== false
      ? [`${path}: required, and can be cleared`]
      : [],
  )

/** Dates are shown in one order; left to itself Payload drops the year of a day in Chinese. */
export const datesShowTheYear: ModelRule = (part) =>
  walk(part.fields, part.slug).flatMap(({ field, path }) =>
    field.type === 'date' && !field.hidden && !field.admin?.date?.displayFormat?.includes('yyyy')
      ? [`${path}: no displayFormat with the year`]
      : [],
  )

type Place = { field: Field | (Tab & { type: 'tab' }); path: string }

function walk(fields: readonly Field[], parent: string): Place[] {
  return fields.flatMap((field): Place[] => {
    const path = `${parent}.${'name' in field && field.name ? field.name : `(${field.type})`}`
    const nested: Place[] =
      field.type === 'tabs'
        ? field.tabs.flatMap((tab, index): Place[] => {
            const tabPath = `${path}.${'name' in tab && tab.name ? tab.name : String(index)}`
            return [{ field: { ...tab, type: 'tab' }, path: tabPath }, ...walk(tab.fields, tabPath)]
          })
        : field.type === 'blocks'
          ? field.blocks.flatMap((block) => walk(block.fields, `${path}.${block.slug}`))
          : 'fields' in field
            ? walk(field.fields, path)
            : []
    return [{ field, path }, ...nested]
  })
}

function namesOfPart(part: ModelPart): string[] {
  const { slug } = part
  if ('labels' in part)
    return [
      ...inBoth(part.labels?.singular, `${slug} labels.singular`),
      ...inBoth(part.labels?.plural, `${slug} labels.plural`),
      ...described(part.admin, slug),
    ]
  return [
    ...inBoth('label' in part ? part.label : undefined, `${slug} label`),
    ...described(part.admin, slug),
  ]
}

function namesOfField(field: Place['field'], path: string): string[] {
  // A row and a ui field are arrangement; a hidden field is met by nobody.
  if (field.type === 'row' || field.type === 'ui') return []
  if (field.type === 'tabs') return described(field.admin, path)
  if ('hidden' in field && field.hidden) return []
  if (field.admin && 'hidden' in field.admin && field.admin.hidden === true) return []
  const isNameless = field.type === 'group' && !('name' in field && field.name) && !field.label
  return [
    ...(isNameless || ('label' in field && field.label === false)
      ? []
      : inBoth('label' in field ? field.label : undefined, `${path} label`)),
    ...('labels' in field && field.labels
      ? [
          ...inBoth(field.labels.singular, `${path} labels.singular`),
          ...inBoth(field.labels.plural, `${path} labels.plural`),
        ]
      : []),
    ...('options' in field
      ? field.options.flatMap((option) =>
          inBoth(
            typeof option === 'string' ? option : option.label,
            `${path} option ${typeof option === 'string' ? option : option.value}`,
          ),
        )
      : []),
    ...(field.type === 'blocks'
      ? field.blocks.flatMap((block) =>
          inBoth(block.labels?.singular, `${path}.${block.slug} labels.singular`),
        )
      : []),
    ...described(field.admin, path),
  ]
}

function described(admin: unknown, path: string): string[] {
  if (typeof admin !== 'object' || admin === null) return []
  return ['description', 'placeholder', 'group'].flatMap((key) => {
    const value: unknown = key in admin ? admin[key as keyof typeof admin] : undefined
    const isSame = key === 'placeholder' && typeof value === 'string' && isSign(value)
    return value === undefined || value === false || isSame
      ? []
      : inBoth(value, `${path} admin.${key}`)
  })
}

function inBoth(value: unknown, path: string): string[] {
  if (typeof value === 'function') return []
  if (typeof value !== 'object' || value === null) return [`${path}: not in en and zh`]
  const { en, zh } = value as { en?: unknown; zh?: unknown }
  if (typeof en !== 'string' || typeof zh !== 'string' || !en || !zh)
    return [`${path}: not in en and zh`]
  const isChinese = /\p{Script=Han}/u.test(zh)
  return isChinese || (zh === en && isSign(en))
    ? []
    : [`${path}: the Chinese is not Chinese (${zh})`]
}

/** What is the same in both languages may stay as it is: a URL, a code, an acronym, a brand. */
function isSign(text: string): boolean {
  return (
    /^https?:\/\/\S*$/.test(text) ||
    !/\p{Ll}{3}/u.test(text) ||
    /^(Facebook|Instagram|LinkedIn|YouTube)$/.test(text)
  )
}
