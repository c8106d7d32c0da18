import { APIError, type CollectionBeforeOperationHook } from 'payload'

import { isGranted } from '../access/is-granted.ts'
import { inUsersLanguage } from '../localization.ts'

/**
 * What translators save is a draft, whichever button or address they used; what would change what readers see, or
 * bring back an older version, is an editor's to do.
 */
export const saveTranslationsAsDrafts: CollectionBeforeOperationHook = (hook) => {
  const { args, collection, overrideAccess, req } = hook
  // One of the names that Payload lists for it is deprecated, and so would be every use of it.
  const { operation } = hook as { operation: string }
  if (overrideAccess || !req.user) return
  if (isGranted({ collection: collection.slug, operation: 'writeStatus', req })) return
  const asked = args as {
    data?: { _status?: unknown }
    publishAllLocales?: unknown
    unpublishAllLocales?: unknown
  }
  const isPublishing = asked.data?._status === 'published' || asked.publishAllLocales
  if (isPublishing || asked.unpublishAllLocales || operation === 'restoreVersion') {
    throw new APIError(
      inUsersLanguage({ message, req }),
      403,
      { code: 'PUBLISHING_NOT_ALLOWED' },
      true,
    )
  }
  return operation === 'update' ? { ...args, draft: true } : args
}

const message = {
  en: 'Translators cannot publish, withdraw or restore. Save a draft and ask an editor to publish it.',
  zh: '译者不能发布、撤下或恢复内容，请保存为草稿并请编辑发布。',
}
