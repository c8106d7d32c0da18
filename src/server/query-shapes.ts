import { assertSaneJson } from './assert-sane-json.ts'

/** What the value of a parameter has to look like. */
export type Shape = { description: string; test: (value: unknown) => boolean }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFlag = (value: unknown): boolean => ['true', 'false', true, false].includes(value as string)

const isNumber = (value: unknown): boolean =>
  ['number', 'string'].includes(typeof value) && /^\d{1,9}$/.test(String(value))

/** Names of fields, with a minus where the order is the other way round. */
const isSort = (value: unknown): boolean =>
  (Array.isArray(value) ? value : [value]).every(
    (each) =>
      typeof each === 'string' &&
      each.length <= 1000 &&
      sort.test(each) &&
      !/(?:^|,)\s*-+(?:,|$)/.test(each),
  )

const sort = /^-?[\p{L}\p{N}_.-]+(?:,\s*-?[\p{L}\p{N}_.-]+)*$/u

const parseJson = (text: string): unknown => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  assertSaneJson(value)
  return value
}

const isFilter = (where: unknown): boolean =>
  isObject(where) &&
  Object.entries(where).every(([name, constraint]) => {
    if (/^(and|or)$/i.test(name)) {
      return Array.isArray(constraint) && constraint.every(isFilter)
    }
    return isObject(constraint)
  })

/** Yes or no at every end. */
const isSelection = (value: unknown): boolean =>
  isObject(value) &&
  Object.values(value).every((each) => isFlag(each) || each === '' || isSelection(each))

const joinShapes: Partial<Record<string, (value: unknown) => boolean>> = {
  count: isFlag,
  limit: isNumber,
  page: isNumber,
  sort: isSort,
  where: isFilter,
}

const isJoin = (value: unknown): boolean =>
  isFlag(value) ||
  (isObject(value) &&
    Object.entries(value).every(([name, each]) => each === '' || joinShapes[name]?.(each)))

const wholeNumber: Shape = { description: 'a whole number, 0 or more', test: isNumber }

const flag: Shape = { description: 'true or false', test: isFlag }

/** By the names of the parameters. */
export const queryShapes: Partial<Record<string, Shape>> = {
  allSessions: flag,
  autosave: flag,
  data: {
    description: 'a JSON object',
    test: (value) => isObject(typeof value === 'string' ? parseJson(value) : value),
  },
  depth: wholeNumber,
  draft: flag,
  flattenLocales: flag,
  joins: {
    description: 'an object such as joins[briefs][limit]=5, or false',
    test: (value) =>
      value === 'false' ||
      value === false ||
      (isObject(value) && Object.values(value).every(isJoin)),
  },
  limit: wholeNumber,
  overrideLock: flag,
  page: {
    description: 'a whole number, 1 or more',
    test: (value) => isNumber(value) && Number(value) > 0,
  },
  pagination: flag,
  populate: {
    description: 'an object such as populate[topics][title]=true',
    test: (value) => isObject(value) && Object.values(value).every(isSelection),
  },
  publishAllLocales: flag,
  select: { description: 'an object such as select[title]=true', test: isSelection },
  sort: { description: 'a field name, or several with commas between', test: isSort },
  trash: flag,
  unpublishAllLocales: flag,
  where: {
    description: 'a filter such as where[year][equals]=2024',
    test: (value) => isFilter(typeof value === 'string' ? parseJson(value) : value),
  },
}
