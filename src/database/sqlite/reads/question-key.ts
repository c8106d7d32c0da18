/** What a read asks, in one text: reads with the same text are answered by the same statements. */
export type Question = {
  key: string
  /** The ids and slugs that the filter names, which stand as `?` in the text, in their order. */
  lifted: string[]
}

const longest = 8192

/**
 * The text of a read's arguments. Ids and slugs in `where` are lifted out, so that reads which differ in them only are
 * one question. Nothing is told of arguments that hold more than plain data, or too much of it.
 */
export const questionKey = ({
  rest,
  where,
}: {
  rest: Record<string, unknown>
  where: unknown
}): Question | undefined => {
  const lifted: string[] = []
  const filter = textOf(where, ({ path, value }) => {
    const isLifted = path.at(-1) !== 'slug' ? uuid.test(value) : hyphenated.test(value)
    if (isLifted) lifted.push(value)
    return isLifted
  })
  const others = textOf(rest)
  if (filter === undefined || others === undefined) return undefined
  const key = `${others}${filter}`
  return key.length > longest ? undefined : { key, lifted }
}

type Lift = (found: { path: string[]; value: string }) => boolean

/** JSON that keeps apart what JSON does not, with `?` for what was lifted, which no JSON has outside of a text. */
const textOf = (value: unknown, lift?: Lift, path: string[] = []): string | undefined => {
  if (typeof value === 'string') return lift?.({ path, value }) ? '?' : JSON.stringify(value)
  if (value === null || ['boolean', 'number', 'undefined'].includes(typeof value))
    return String(value)
  if (value instanceof Date) return `date ${value.getTime()}`
  const parts: string[] = []
  if (Array.isArray(value)) {
    for (const each of value as unknown[]) {
      const part = textOf(each, lift, path)
      if (part === undefined) return undefined
      parts.push(part)
    }
    return `[${parts.join()}]`
  }
  if (!isPlain(value)) return undefined
  for (const [name, each] of Object.entries(value)) {
    // The operator is not part of a field's path.
    const part = textOf(each, lift, isOperator.test(name) ? path : [...path, name])
    if (part === undefined) return undefined
    parts.push(`${JSON.stringify(name)}:${part}`)
  }
  return `{${parts.join()}}`
}

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const isOperator = /^(?:equals|in)$/
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
/** A text of this form is no number, and none of the words that stand for something else in a filter. */
const hyphenated = /^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)+$/u
