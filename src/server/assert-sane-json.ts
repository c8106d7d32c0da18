import { HttpError } from './http-error.ts'

/** Rich text nests its lists; nothing of ours comes near this. */
const mostLevels = 200

/**
 * Refuses JSON that no field can hold: nested without end, with names that every object has anyway, with characters
 * that databases do not keep as they are, or with numbers beyond what a number is.
 * @throws {HttpError} 400 that names the field
 */
export const assertSaneJson = (value: unknown): void => {
  let level: [path: string, value: unknown][] = [['', value]]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) throw new HttpError(400, `The JSON has more than ${mostLevels} levels.`)
    const deeper: typeof level = []
    for (const [path, each] of level) {
      const problem = problemOf(each)
      if (problem) throw refusal(path, problem)
      if (typeof each !== 'object' || each === null) continue
      for (const [name, inner] of Object.entries(each)) {
        if (name in Object.prototype || name === 'prototype' || problemOf(name))
          throw refusal(path || 'it', `“${printable(name)}” is no name that a field can have`)
        deeper.push([path ? `${path}.${name}` : name, inner])
      }
    }
    level = deeper
  }
}

/** Why a text or number cannot be kept; nothing when it can. */
export const problemOf = (value: unknown): string | undefined => {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number is too large'
  if (typeof value !== 'string') return undefined
  if (value.includes('\0')) return 'a text holds the character NUL'
  // A text with half of a character does not survive being written and read.
  return loneSurrogate.test(value) ? 'a text holds half of a character' : undefined
}

const loneSurrogate = /\p{Surrogate}/u

const printable = (text: string): string => JSON.stringify(text.slice(0, 100)).slice(1, -1)

const refusal = (field: string, problem: string): HttpError =>
  new HttpError(400, `The JSON cannot be taken: in ${printable(field)}, ${problem}.`, {
    field: printable(field),
  })
