import type { CollectionConfig, GlobalConfig } from 'payload'

import {
  noteOperation,
  notePassword,
  tellChange,
  tellDeletion,
  tellGlobalChange,
} from './events/tell-changes.ts'
import { tellRefusedSignIn, tellSignIn, tellSignOut } from './events/tell-sign-ins.ts'
import type { AuditTrailOptions, Watched } from './options.ts'

/** A collection whose changes, and sign-ins if it has any, are told. */
export const watchCollection = (
  collection: CollectionConfig,
  { options, watched }: { options: AuditTrailOptions; watched: Watched },
): CollectionConfig => {
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [...(hooks?.afterChange ?? []), tellChange({ options, watched })],
      afterDelete: [...(hooks?.afterDelete ?? []), tellDeletion({ options, watched })],
      beforeOperation: [...(hooks?.beforeOperation ?? []), noteOperation],
      ...(collection.auth
        ? {
            afterError: [...(hooks?.afterError ?? []), tellRefusedSignIn(options)],
            afterLogin: [...(hooks?.afterLogin ?? []), tellSignIn(options)],
            afterLogout: [...(hooks?.afterLogout ?? []), tellSignOut(options)],
            beforeChange: [...(hooks?.beforeChange ?? []), notePassword],
          }
        : {}),
    },
  }
}

/** A global whose changes are told. */
export const watchGlobal = (
  global: GlobalConfig,
  { options, watched }: { options: AuditTrailOptions; watched: Watched },
): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    afterChange: [...(global.hooks?.afterChange ?? []), tellGlobalChange({ options, watched })],
  },
})
