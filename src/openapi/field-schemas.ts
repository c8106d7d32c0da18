import type { FlattenedBlock, FlattenedField } from 'payload'

import { englishText } from './english-text.ts'
import { listOf, objectOf, orNull, refTo, type Schema } from './schema.ts'
import { schemaName } from './schema-name.ts'

/** Texts in one language; texts of all published languages side by side; or what one sends to write. */
export type Shape = 'all' | 'input' | 'one'

type Given = { isWithinLocalized?: boolean; locales: readonly string[]; shape: Shape }

/** The properties of a document, group, row or block. */
export const fieldSchemas = (fields: FlattenedField[], given: Given): Record<string, Schema> =>
  Object.fromEntries(
    fields
      .filter((field) => isShown(field) && (given.shape !== 'input' || isWritable(field)))
      .map((field) => [field.name, fieldSchema(field, given)]),
  )

const fieldSchema = (field: FlattenedField, given: Given): Schema => {
  const isSideBySide = given.shape === 'all' && field.localized && !given.isWithinLocalized
  const inside = {
    ...given,
    isWithinLocalized: given.isWithinLocalized ?? field.localized === true,
  }
  const schema = orNull(valueSchema(field, inside))
  const description = describe(field)
  const described = description ? { ...schema, description } : schema
  if (!isSideBySide) return described
  return {
    ...objectOf(Object.fromEntries(given.locales.map((code) => [code, schema]))),
    type: ['object', 'null'],
    description: `${description} In each published language.`.trim(),
  }
}

const valueSchema = (field: FlattenedField, given: Given): Schema => {
  const several = (schema: Schema): Schema =>
    'hasMany' in field && field.hasMany ? listOf(schema) : schema
  const properties = (fields: FlattenedField[]) => fieldSchemas(fields, given)
  switch (field.type) {
    case 'array':
      return listOf(objectOf({ ...properties(field.flattenedFields), id: rowId }))
    case 'blocks':
      return listOf({ anyOf: field.blocks.map((block) => blockSchema(block, given)) })
    case 'checkbox':
      return { type: 'boolean' }
    case 'date':
      return { type: 'string', format: given.shape === 'input' ? 'date' : 'date-time' }
    case 'group':
    case 'tab':
      return objectOf(properties(field.flattenedFields))
    case 'join':
      return refTo('Join')
    case 'json':
      return {}
    case 'number':
      return several({ type: 'number' })
    case 'point':
      return listOf({ type: 'number' })
    case 'radio':
    case 'select':
      return several({ type: 'string', enum: valuesOf(field.options) })
    case 'relationship':
    case 'upload':
      return several(orNull(referenceSchema(field.relationTo, given)))
    case 'richText':
      return refTo('RichText')
    case 'code':
    case 'email':
    case 'text':
    case 'textarea':
      return several({ type: 'string' })
  }
}

const rowId: Schema = { type: ['string', 'null'], description: 'Of the row.' }

const blockSchema = (block: FlattenedBlock, given: Given): Schema =>
  objectOf(
    {
      ...fieldSchemas(block.flattenedFields, given),
      blockType: { const: block.slug },
      id: rowId,
    },
    ['blockType'],
  )

const referenceSchema = (to: string | string[], { shape }: Given): Schema => {
  const id = { type: 'string', description: 'An id.' }
  // With `flattenLocales=false`, documents within are in one language.
  const shapes = shape === 'all' ? (['all', 'one'] as const) : [shape]
  const one = (slug: string): Schema =>
    shape === 'input' ? id : { anyOf: [id, ...shapes.map((each) => refTo(schemaName(slug, each)))] }
  if (typeof to === 'string') return one(to)
  return {
    anyOf: to.map((slug) =>
      objectOf({ relationTo: { const: slug }, value: orNull(one(slug)) }, ['relationTo', 'value']),
    ),
  }
}

const valuesOf = (options: (string | { value: string })[]): string[] =>
  options.map((option) => (typeof option === 'string' ? option : option.value))

const describe = (field: FlattenedField): string => {
  const label = 'label' in field ? englishText(field.label) : ''
  const about =
    field.admin && 'description' in field.admin ? englishText(field.admin.description) : ''
  return [label, about].filter(Boolean).map(asSentence).join(' ')
}

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

const isShown = (field: FlattenedField): boolean =>
  !('hidden' in field && field.hidden) && !('virtual' in field && field.virtual === 'hidden')

const isWritable = (field: FlattenedField): boolean =>
  field.type !== 'join' &&
  !('virtual' in field && field.virtual) &&
  !['createdAt', 'deletedAt', 'id', 'updatedAt'].includes(field.name)
