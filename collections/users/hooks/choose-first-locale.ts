import type { CollectionAfterLoginHook } from 'payload'

import type { User } from '../../../src/generated/payload-types.ts'

/**
 * The first time, the forms of the admin UI open in the language that a translator writes, or in which the person reads
 * the admin UI; later in the one they had open last, which Payload remembers under the same name.
 */
export const chooseFirstLocale: CollectionAfterLoginHook<User> = async ({ req, user }) => {
  const { payload } = req
  const { totalDocs } = await payload.db.count({
    collection: 'payload-preferences',
    req,
    where: { and: [{ key: { equals: 'locale' } }, { 'user.value': { equals: user.id } }] },
  })
  if (totalDocs > 0) return
  const inChinese = req.i18n.language.startsWith('zh')
  const data = {
    key: 'locale',
    user: { relationTo: 'users', value: user.id },
    value: user.locales?.[0] ?? (inChinese ? 'zh' : 'en'),
  }
  await payload.db.create({ collection: 'payload-preferences', data, req })
}
