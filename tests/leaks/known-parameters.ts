import type { Question } from './questions.ts'

/** Names that a door does not read are refused (`tests/server/caps.int.test.ts`), and so is all of a list at once. */
export const knownTo = (
  door: Question['door'],
  { limit, pagination, ...query }: Record<string, unknown>,
): Record<string, unknown> =>
  withoutNothing(
    Object.fromEntries(
      Object.entries({
        ...query,
        limit: pagination === 'false' ? (limit ?? 500) : limit,
        pagination,
      }).filter(([name]) => [...ofLanguage, ...namesOf[door]].includes(name)),
    ),
  )

const ofLanguage = ['locale', 'fallback', 'fallback-locale', 'fallbackLocale']
const ofDocument = ['depth', 'populate', 'select', 'trash']
const ofList = [...ofDocument, 'limit', 'page', 'pagination', 'sort', 'where']

const namesOf: Record<Question['door'], string[]> = {
  'by-id': [...ofDocument, 'data', 'draft', 'flattenLocales', 'joins'],
  count: ['trash', 'where'],
  global: ['data', 'depth', 'draft', 'flattenLocales'],
  list: [...ofList, 'draft', 'joins'],
  version: ofDocument,
  versions: ofList,
}

export const withoutNothing = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
