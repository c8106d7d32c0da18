import { Forbidden, type GlobalBeforeOperationHook, type GlobalConfig } from 'payload'
import { queriesFreely } from './reads-drafts.ts'

/** A global whose readers see what is published of it, and no text of their own in its place. */
export const withGuardedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeOperation: [guardPublicGlobal, ...(global.hooks?.beforeOperation ?? [])],
  },
})

const hasDrafts = ({ versions }: { versions?: unknown }): boolean =>
  typeof versions === 'object' &&
  versions !== null &&
  'drafts' in versions &&
  Boolean(versions.drafts)

const guardPublicGlobal: GlobalBeforeOperationHook = ({
  args,
  global,
  operation,
  overrideAccess,
  req,
}) => {
  const asked = args as { data?: unknown; draft?: boolean }
  const isFree = queriesFreely({ collection: global.slug, req })
  if (overrideAccess || isFree || operation !== 'read') return asked
  // Payload has read this argument before it asks here, so it can be refused only.
  if (asked.draft && hasDrafts(global)) throw new Forbidden(req.t)
  return { ...asked, data: undefined }
}
