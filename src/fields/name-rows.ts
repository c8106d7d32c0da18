import type { Field, Plugin } from 'payload'

const rowLabel = '/components/row-label.tsx#RowLabel'

/** Lets every row of the arrays among these fields, at any depth, be known by its own text; a label of its own stays. */
export const nameRows = (fields: Field[]): Field[] =>
  fields.map((field): Field => {
    if (field.type === 'tabs')
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: nameRows(tab.fields) })),
      }
    if (field.type === 'blocks')
      return {
        ...field,
        blocks: field.blocks.map((block) => ({ ...block, fields: nameRows(block.fields) })),
      }
    if (field.type === 'array')
      return {
        ...field,
        admin: { ...field.admin, components: { RowLabel: rowLabel, ...field.admin?.components } },
        fields: nameRows(field.fields),
      }
    return 'fields' in field ? { ...field, fields: nameRows(field.fields) } : field
  })

/** Rows of all collections and globals; the blocks of rich text are given to its editor and named there. */
export const rowLabels: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((part) => ({ ...part, fields: nameRows(part.fields) })),
  globals: config.globals?.map((part) => ({ ...part, fields: nameRows(part.fields) })),
})
