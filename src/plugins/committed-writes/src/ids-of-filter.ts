/**
 * The documents that a filter is limited to, when one of the conditions that all have to hold names them in its field
 * `name`, such as `id` or `parent`; otherwise nothing.
 */
export const idsOfFilter = (where: unknown, name: string): readonly string[] | undefined => {
  if (typeof where !== 'object' || where === null) return undefined
  const { [name]: condition } = where as Record<string, unknown>
  const { equals, in: any } = (condition ?? {}) as { equals?: unknown; in?: unknown }
  if (isId(equals)) return [String(equals)]
  if (Array.isArray(any) && any.every(isId)) return any.map(String)
  return Object.entries(where)
    .flatMap(([key, each]) => (key.toLowerCase() === 'and' && Array.isArray(each) ? each : []))
    .map((each) => idsOfFilter(each, name))
    .find((ids) => ids !== undefined)
}

const isId = (value: unknown): value is number | string =>
  typeof value === 'string' || typeof value === 'number'
