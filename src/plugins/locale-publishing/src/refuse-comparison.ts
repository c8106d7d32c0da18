import { APIError } from 'payload'

const operators = new Set([
  'all',
  'contains',
  'equals',
  'exists',
  'greater_than',
  'greater_than_equal',
  'in',
  'less_than',
  'less_than_equal',
  'like',
  'not_equals',
  'not_in',
  'not_like',
])

/**
 * Throws 400 when a reader's filter compares with anything else than plain values. Payload takes a filter for the
 * value of `contains`, and applies it to the documents that a field refers to.
 */
export const refuseComparison = ({
  condition,
  path,
}: {
  condition: unknown
  path: string
}): void => {
  if (!isRecord(condition)) throw refusal({ path, reason: 'name an operator' })
  for (const [operator, value] of Object.entries(condition)) {
    if (!operators.has(operator)) throw refusal({ path, reason: `“${operator}” is no operator` })
    const values: unknown[] = Array.isArray(value) ? value : [value]
    if (!values.every((each) => isPlain(each) || isReference(each)))
      throw refusal({ path, reason: 'compare with plain values' })
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date

/** To one of several collections. */
const isReference = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([name, part]) => ['relationTo', 'value'].includes(name) && typeof part === 'string',
  )

const refusal = ({ path, reason }: { path: string; reason: string }): APIError =>
  new APIError(
    `Cannot filter by “${path}”: ${reason}.`,
    400,
    { code: 'QUERY_NOT_ALLOWED', field: path },
    true,
  )
