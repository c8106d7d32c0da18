import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  Config,
  FlattenedField,
  SelectType,
} from 'payload'

/**
 * Lets queries select parts of a rich text, such as `{ body: { html: true } }`: the parts are made of the whole, so
 * that is what is read.
 */
export const withRichText = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection): CollectionConfig => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), selectWholeRichTexts],
    },
  })),
})

const selectWholeRichTexts: CollectionBeforeOperationHook = ({ args }) => {
  if (!('select' in args) || !args.select) return
  const { flattenedFields } = args.collection.config as { flattenedFields: FlattenedField[] }
  return { ...args, select: whole(args.select, flattenedFields) }
}

const whole = (select: SelectType, fields: FlattenedField[]): SelectType =>
  Object.fromEntries(
    Object.entries(select).map(([name, asked]) => {
      const field = fields.find((each) => each.name === name)
      if (!field || typeof asked !== 'object') return [name, asked]
      if (field.type === 'richText') return [name, true]
      return [name, 'flattenedFields' in field ? whole(asked, field.flattenedFields) : asked]
    }),
  )
