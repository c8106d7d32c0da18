import type { Payload } from 'payload'

import { databaseOf } from './records.ts'
import { presentIds, rawDatabase } from './raw-database.ts'
import type { Reference } from './read-document.ts'
import { idOfKey, type Survey } from './survey-documents.ts'

export type Found = {
  /** Documents of the same file that have to be there first. */
  awaited: string[]
  faults: string[]
}

/** Finds what a document refers to, in the file or in the database, and puts the ids in. */
export const findReferences = ({
  payload,
  survey,
}: {
  payload: Payload
  survey: Survey
}): ((references: readonly Reference[]) => Promise<Found>) => {
  const { localization } = payload.config
  const locales = localization ? localization.localeCodes : []
  const known = new Map<string, Promise<string | undefined>>()

  /** Each question is asked of the database once: most documents refer to the same few. */
  const once = (name: string, ask: () => Promise<string | undefined>) => {
    const answer = known.get(name) ?? ask()
    known.set(name, answer)
    return answer
  }

  const idBySlug = async (collection: string, slug: string): Promise<string | undefined> => {
    const { docs } = await rawDatabase(payload).find({
      collection: 'slug-claims',
      joins: false,
      limit: 1,
      pagination: false,
      where: { key: { in: locales.map((locale) => `${collection}/${locale}/${slug}`) } },
    })
    return typeof docs[0]?.document === 'string' ? docs[0].document : undefined
  }

  const findOne = ({ given, relationTo }: Reference): Promise<string | undefined> => {
    if (typeof given === 'object' && 'key' in given) {
      const id = idOfKey({ collection: relationTo, key: given.key, payload })
      return inFileOrDatabase(id, relationTo)
    }
    if (typeof given === 'string') return inFileOrDatabase(given, relationTo)
    const inFile = survey.slugs.get(`${relationTo}/${given.slug}`)
    return inFile
      ? Promise.resolve(inFile)
      : once(`${relationTo}/${given.slug}`, () => idBySlug(relationTo, given.slug))
  }

  const inFileOrDatabase = async (id: string, collection: string) => {
    if (survey.lines.has(id)) return id
    const isId = databaseOf(payload) === 'sqlite' || /^[\da-f]{24}$/i.test(id)
    if (!isId) return undefined
    return once(`${collection}:${id}`, async () => {
      const present = await presentIds({ collection, ids: [id], payload })
      return present.has(id) ? id : undefined
    })
  }

  return async (references) => {
    const found: Found = { awaited: [], faults: [] }
    for (const reference of references) {
      const id = await findOne(reference)
      if (id === undefined) {
        found.faults.push(`${reference.path}: ${wordsFor(reference)}`)
        continue
      }
      reference.put(id)
      if (survey.lines.has(id)) found.awaited.push(id)
    }
    return found
  }
}

const wordsFor = ({ given, relationTo }: Reference): string => {
  if (typeof given === 'string') return `there is no document of ${relationTo} with the id ${given}`
  const [name, value] = 'slug' in given ? ['slug', given.slug] : ['key', given.key]
  return `there is no document of ${relationTo} with the ${name} “${value}”, neither in the file nor in the database`
}
