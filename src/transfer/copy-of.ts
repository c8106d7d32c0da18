/** A copy of what JSON can hold, made in a fraction of the time of `structuredClone`, which knows of all else. */
export const copyOf = <Value>(value: Value): Value => copy(value) as Value

const copy = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copy)
  // A date, or an id of the database: nobody writes into those.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const result: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) result[name] = copy(part)
  return result
}
