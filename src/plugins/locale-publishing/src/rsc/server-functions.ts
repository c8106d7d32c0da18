import type { BuildFormStateArgs, ServerFunction } from 'payload'

import { buildFormStateHandler } from '@payloadcms/ui/utilities/buildFormState'

const buildFormState: ServerFunction<BuildFormStateArgs> = (args) => {
  const collection = args.req.payload.config.collections.find(
    ({ slug }) => slug === args.collectionSlug,
  )
  const hasRevisions = collection?.custom.hasRevisions === true
  return buildFormStateHandler(hasRevisions ? { ...args, checkForStaleData: false } : args)
}

/**
 * For `serverFunctions` of Payload's `handleServerFunctions`. Payload asks a person to load the document anew, and so
 * to lose what was typed, as soon as somebody else has saved any field of it in any language. Collections with
 * revisions merge such edits when they are saved, and show both texts where they meet.
 */
export const serverFunctions = { 'form-state': buildFormState }
