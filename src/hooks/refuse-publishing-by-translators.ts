import type { CollectionBeforeValidateHook } from 'payload'
import { APIError } from 'payload'
import { hasRole } from '../access/has-role.ts'
import { inUsersLanguage } from '../localization.ts'

/** Translators hand in drafts; publishing is an editor's act, so that nothing goes public by accident. */
export const refusePublishingByTranslators: CollectionBeforeValidateHook = ({ data, req }) => {
  if (!hasRole(req.user, 'translator') || hasRole(req.user, 'admin', 'editor')) return data
  if (data?._status !== 'published') return data
  const message = {
    en: 'Translators cannot publish. Save a draft and ask an editor to publish it.',
    zh: '译者不能发布内容，请保存为草稿并请编辑发布。',
  }
  throw new APIError(
    inUsersLanguage({ message, req }),
    403,
    { code: 'PUBLISHING_NOT_ALLOWED' },
    true,
  )
}
