import type { CollectionConfig, GlobalConfig } from 'payload'

const component = '@qiao/locale-publishing/client#KeepUnsaved'

/** A form whose unsaved text is not thrown away by a change of the language. */
export const withKeptText = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  admin: {
    ...collection.admin,
    components: {
      ...collection.admin?.components,
      edit: {
        ...collection.admin?.components?.edit,
        beforeDocumentControls: [
          ...(collection.admin?.components?.edit?.beforeDocumentControls ?? []),
          component,
        ],
      },
    },
  },
})

/** The same of a global. */
export const withKeptGlobalText = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  admin: {
    ...global.admin,
    components: {
      ...global.admin?.components,
      elements: {
        ...global.admin?.components?.elements,
        beforeDocumentControls: [
          ...(global.admin?.components?.elements?.beforeDocumentControls ?? []),
          component,
        ],
      },
    },
  },
})
