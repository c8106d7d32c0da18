import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'

import { comparisonProblem } from './comparison-problem.ts'
import { fieldOfPath } from './field-of-path.ts'

/** Refuses (400) a filter of whoever asks that the databases could only fail on; see `comparisonProblem`. */
export const refuseUnfitComparisons: CollectionBeforeOperationHook = ({
  args,
  overrideAccess,
  req,
}) => {
  const asked = args as Asked
  if (overrideAccess) return
  const { flattenedFields: fields, joins: known } = asked.collection.config
  checkWhere({ fields, req, where: asked.where })
  for (const [path, join] of Object.entries(asked.joins === false ? {} : (asked.joins ?? {}))) {
    const slug = Object.entries(known).find(([, of]) => of.some((each) => each.joinPath === path))
    const target = req.payload.config.collections.find((each) => each.slug === slug?.[0])
    if (join && target) checkWhere({ fields: target.flattenedFields, req, where: join.where })
  }
}

type Asked = {
  collection: { config: SanitizedCollectionConfig }
  joins?: false | Record<string, false | { where?: Where }>
  where?: Where
}

type Check = { fields: FlattenedField[]; req: PayloadRequest; where: Where | undefined }

const checkWhere = ({ fields, req, where }: Check): void => {
  for (const [path, condition] of Object.entries(where ?? {})) {
    if (['and', 'or'].includes(path.toLowerCase())) {
      const parts = Array.isArray(condition) ? condition : []
      for (const part of parts) checkWhere({ fields, req, where: part })
      continue
    }
    const { config, db } = req.payload
    const idShape = db.name === 'mongoose' ? objectId : anyId
    const found = fieldOfPath({ config, fields, idShape, path })
    for (const [operator, value] of Object.entries(condition)) {
      const isNested = operator === 'contains' && isRecord(value)
      if (isNested && found?.target) {
        checkWhere({ fields: found.target, req, where: value as Where })
        continue
      }
      const problem = comparisonProblem({ field: found?.field, operator, value })
      if (problem) throw refusal({ path, problem })
    }
  }
}

/** MongoDB fails on lists of ids that hold others. */
const objectId = /^[\da-f]{24}$/i
const anyId = /^[^,]*$/

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By this name the lists of the admin UI know it, and show that nothing was found. */
const refusal = ({ path, problem }: { path: string; problem: string }): APIError =>
  Object.assign(
    new APIError(
      `Cannot filter by “${path}”: ${problem}.`,
      400,
      { code: 'QUERY_NOT_ALLOWED', field: path },
      true,
    ),
    { name: 'QueryError' },
  )
