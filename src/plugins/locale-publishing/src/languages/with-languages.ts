import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  GlobalBeforeOperationHook,
  GlobalConfig,
} from 'payload'

import { chooseLanguage, chooseLanguageOfGlobal } from './choose-language.ts'
import { isContent } from '../content/content-field.ts'
import { readInLanguages } from './read-in-languages.ts'
import { tellLanguage, tellLanguageOfGlobal, tellLanguages } from './tell-language.ts'
import { withoutTold } from './without-told.ts'

/** A collection whose documents say which language they are in, and fall back to another one for whoever asks for it. */
export const withLanguages = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  custom: { ...collection.custom, tellsLanguage: true },
  hooks: {
    ...collection.hooks,
    afterOperation: [...(collection.hooks?.afterOperation ?? []), tellLanguages],
    afterRead: [...(collection.hooks?.afterRead ?? []), tellLanguage],
    beforeOperation: [
      keepToldOut,
      ...(collection.hooks?.beforeOperation ?? []),
      // Last, so that everything else has seen what was asked for.
      readInLanguages,
    ],
    beforeRead: [...(collection.hooks?.beforeRead ?? []), chooseLanguage],
  },
})

/** The same of a global. */
export const withGlobalLanguages = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  custom: { ...global.custom, tellsLanguage: true },
  hooks: {
    ...global.hooks,
    afterRead: [...(global.hooks?.afterRead ?? []), tellLanguageOfGlobal],
    beforeOperation: [keepToldOutOfGlobal, ...(global.hooks?.beforeOperation ?? [])],
    beforeRead: [...(global.hooks?.beforeRead ?? []), chooseLanguageOfGlobal],
  },
})

const keepToldOut: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) => {
  const { data } = args as { data?: unknown }
  if (!isContent(data)) return args
  return { ...args, data: withoutTold({ data, isChecked: !overrideAccess, req }) }
}

const keepToldOutOfGlobal: GlobalBeforeOperationHook = ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const asked = args as { data?: unknown }
  if (operation !== 'update' || !isContent(asked.data)) return asked
  // A text that stands in must not come near a save.
  req.fallbackLocale = false
  return { ...asked, data: withoutTold({ data: asked.data, isChecked: !overrideAccess, req }) }
}
