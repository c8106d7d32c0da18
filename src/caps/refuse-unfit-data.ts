import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
} from 'payload'

import { unfitData } from './unfit-data.ts'

/** Refuses (400) data that is no document, or of which a field could keep nothing; see `unfitData`. */
export const refuseUnfitData: CollectionBeforeOperationHook = ({
  args,
  collection,
  overrideAccess,
  req,
  ...asked
}) => {
  const { operation } = asked as { operation: string }
  if (overrideAccess || (operation !== 'create' && operation !== 'update')) return
  checkData({ data: (args as { data?: unknown }).data, fields: collection.flattenedFields, req })
}

/** The same for globals. */
export const refuseUnfitGlobalData: GlobalBeforeOperationHook = ({
  args,
  global,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || operation !== 'update') return
  checkData({ data: (args as { data?: unknown }).data, fields: global.flattenedFields, req })
}

const checkData = ({
  data,
  fields,
  req,
}: {
  data: unknown
  fields: FlattenedField[]
  req: PayloadRequest
}): void => {
  if (typeof data !== 'object' || data === null) {
    throw new APIError(
      'Send the document as a JSON object, or with a file as the field _payload.',
      400,
      undefined,
      true,
    )
  }
  const isInAllLanguages = req.locale === 'all' || (req.locale as string) === '*'
  const idShape = req.payload.db.name === 'mongoose' ? objectId : /./
  const unfit = unfitData({ data, fields, idShape, isInAllLanguages })
  if (!unfit) return
  const message = `The field ${unfit.path} cannot be taken: ${unfit.problem}.`
  throw new APIError(
    message,
    400,
    { errors: [{ message, path: unfit.path }], field: unfit.path },
    true,
  )
}

/** MongoDB fails on others. */
const objectId = /^[\da-f]{24}$/i
