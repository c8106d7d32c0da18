import { APIError, type TypeWithVersion } from 'payload'

import type { Content } from '../content/content-field.ts'
import { copyLocale } from '../content/copy-locale.ts'
import type { LocaleState } from '../content/locale-states.ts'
import { inTransaction } from '../in-transaction.ts'
import {
  assertMayUpdate,
  inLocale,
  keep,
  type LocaleActionArgs,
  readBoth,
  readLocaleStates,
  withDraft,
} from '../locale-actions.ts'

/**
 * Brings the texts of some languages back as they were in an older version, as drafts: what readers see, the other
 * languages, and all that the languages share stay as they are. (Payload's own restore brings back everything.)
 *
 * @returns the state of every language afterwards
 * @throws NotFound; APIError 404 when the version is none of this document
 */
export const restoreLocales = async ({
  version,
  ...args
}: LocaleActionArgs & { version: string }): Promise<Record<string, LocaleState>> => {
  const { collection, id, locales, req } = args
  return inTransaction(req, async () => {
    const from = await readVersion({ ...args, version })
    for (const locale of locales) {
      if (!args.overrideAccess) await assertMayUpdate({ ...args, req: inLocale(req, locale) })
      const { latest } = await readBoth(args)
      const restored = copyLocale({ fields: collection.flattenedFields, from, locale, to: latest })
      await keep({ collection, id, isDraft: true, locale, next: withDraft(restored, locale), req })
    }
    return readLocaleStates(args)
  })
}

const readVersion = async ({
  collection,
  id,
  req,
  version,
}: LocaleActionArgs & { version: string }): Promise<Content> => {
  const { docs } = await req.payload.db.findVersions<Content>({
    collection: collection.slug,
    limit: 1,
    pagination: false,
    req,
    where: { and: [{ id: { equals: version } }, { parent: { equals: id } }] },
  })
  const [found]: (TypeWithVersion<Content> | undefined)[] = docs
  if (found) return found.version
  throw new APIError(
    `“version” names no version of this document; ${collection.slug}/versions lists them.`,
    404,
    { field: 'version' },
    true,
  )
}
