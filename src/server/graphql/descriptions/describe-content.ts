/* eslint @typescript-eslint/no-unsafe-class-instance-assignment: off -- it does not come to an end with the types of GraphQL, which lead to each other */
import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import {
  buildVersionCollectionFields,
  buildVersionGlobalFields,
  type FlattenedField,
  type SanitizedConfig,
} from 'payload'

import { defaultJoinLimit, joinLimit } from '../batch-joins.ts'
import { documentTypes, nameOfGlobal } from '../document-types.ts'
import { describe } from './describe.ts'
import { fieldsOfType } from './fields-of-type.ts'
import { type English, englishOfConfig, sentence } from './english-of-config.ts'

type Walk = {
  english: English
  fields: readonly FlattenedField[]
  type: GraphQLNamedType | undefined
}

/** Describes documents, their versions, what is written into them and what is compared, in the words of the config. */
export const describeContent = (schema: GraphQLSchema, config: SanitizedConfig): void => {
  const english = englishOfConfig(config)
  for (const { collection, names, type } of documentTypes(schema, config)) {
    const { one } = names
    const title = sentence(english.of(collection.labels.singular) ?? one)
    const about = english.of(collection.admin.description)
    describe(type, about ? `${title} ${sentence(about)}` : title)
    const versions = collection.versions
      ? buildVersionCollectionFields(config, collection, true)
      : []
    describeTypes({
      english,
      fields: collection.flattenedFields,
      name: one,
      schema,
      title,
      versions,
    })
  }
  for (const global of config.globals) {
    const name = nameOfGlobal(global)
    const title = sentence(english.of(global.label) ?? name)
    const about = english.of(global.admin.description)
    describe(schema.getType(name), about ? `${title} ${sentence(about)}` : title)
    const versions = global.versions ? buildVersionGlobalFields(config, global, true) : []
    describeTypes({ english, fields: global.flattenedFields, name, schema, title, versions })
  }
}

const describeTypes = ({
  english,
  fields,
  name,
  schema,
  title,
  versions,
}: Omit<Walk, 'type'> & {
  name: string
  schema: GraphQLSchema
  title: string
  versions: readonly FlattenedField[]
}): void => {
  const walk = (typeName: string, of: readonly FlattenedField[], description: string): void => {
    const type = schema.getType(typeName)
    describe(type, description)
    describeFields({ english, fields: of, type })
  }
  walk(name, fields, title)
  walk(`mutation${name}Input`, fields, `What a new document is made of. ${title}`)
  walk(
    `mutation${name}UpdateInput`,
    fields,
    `What is changed of a document; what is left out stays as it is. ${title}`,
  )
  walk(`${name}Version`, versions, `A saved state of a document. ${title}`)
  for (const suffix of ['', '_and', '_or']) {
    const filter = `A filter: all conditions must be met. ${title}`
    walkWhere({ english, fields, type: schema.getType(`${name}_where${suffix}`) }, filter)
    walkWhere(
      { english, fields: versions, type: schema.getType(`versions${name}_where${suffix}`) },
      filter,
    )
  }
}

const describeFields = ({ english, fields, type }: Walk): void => {
  for (const own of fieldsOfType(type)) {
    const field = fields.find(({ name }) => name === own.name || nameOf(name) === own.name)
    if (!field) continue
    const description = english.ofField(field)
    describe(own, field.type === 'join' ? joinText(field, description) : description)
    const inner = getNamedType(own.type)
    if ('getValues' in inner) describeOptions({ english, field, type: inner })
    else if ('flattenedFields' in field) {
      describe(inner, description)
      describeFields({ english, fields: field.flattenedFields, type: inner })
    } else describeReference({ description, field, type: inner })
  }
}

const joinText = (
  { defaultLimit, defaultSort }: Extract<FlattenedField, { type: 'join' }>,
  description: string,
): string => {
  const order =
    typeof defaultSort === 'string' ? `Ordered by \`${defaultSort}\`` : 'The newest first'
  return `${description} ${order}; ${defaultJoinLimit({ defaultLimit })} of them unless \`limit\` asks for more, up to ${joinLimit}. \`page\` leads on.`
}

/** A reference to one of several collections, or the documents of a join. */
const describeReference = ({
  description,
  field,
  type,
}: {
  description: string
  field: FlattenedField
  type: GraphQLNamedType
}): void => {
  const isPolymorphic = 'relationTo' in field && Array.isArray(field.relationTo)
  if (field.type !== 'join' && !isPolymorphic) return
  describe(type, description)
  const parts = fieldsOfType(type)
  const relationTo = parts.find(({ name }) => name === 'relationTo')
  const value = parts.find(({ name }) => name === 'value')
  describe(relationTo, 'The collection it leads to.')
  describe(value, 'The document it leads to.')
  if (!relationTo || !value) return
  const collections = getNamedType(relationTo.type)
  describe(collections, 'The collections it can lead to.')
  if ('getValues' in collections) {
    for (const each of collections.getValues())
      describe(each, `The collection “${String(each.value)}”.`)
  }
  describe(getNamedType(value.type), 'A document of one of several collections.')
}

const describeOptions = ({
  english,
  field,
  type,
}: {
  english: English
  field: FlattenedField
  type: GraphQLEnumType
}): void => {
  describe(type, english.ofField(field))
  const options = 'options' in field ? field.options : []
  for (const each of type.getValues()) {
    const option = options.find((one) => (typeof one === 'string' ? one : one.value) === each.value)
    const label = typeof option === 'object' ? english.of(option.label) : undefined
    describe(each, sentence(label ?? String(each.value)))
  }
}

const walkWhere = ({ english, fields, type }: Walk, description: string): void => {
  describe(type, description)
  for (const own of fieldsOfType(type)) {
    const field = fieldAt(fields, own.name.split('__'))
    if (!field) continue
    describe(own, `Compares: ${english.ofField(field)}`)
    for (const { type: value } of fieldsOfType(getNamedType(own.type))) {
      const compared = getNamedType(value)
      if ('getValues' in compared) describeOptions({ english, field, type: compared })
    }
  }
}

const fieldAt = (
  fields: readonly FlattenedField[],
  [first = '', ...rest]: string[],
): FlattenedField | undefined => {
  const field = fields.find(({ name }) => nameOf(name) === first)
  if (!field || rest.length === 0) return field
  return 'flattenedFields' in field ? fieldAt(field.flattenedFields, rest) : undefined
}

/** The name of a field or an option as Payload writes it in a schema. */
const nameOf = (name: string): string => name.replaceAll(/[^\w]/g, '_')
