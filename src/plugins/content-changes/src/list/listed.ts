import type { Payload, Where } from 'payload'

import { readFill } from '../fill/fill-state.ts'

/** Of which documents something is asked, and in which language. */
export type Listed = {
  collection: string
  locale: string
  payload: Payload
}

/** The rows of the register that are of documents which readers see. */
export const whereOf = ({ collection, locale }: Pick<Listed, 'collection' | 'locale'>): Where => ({
  and: [
    { documentCollection: { equals: collection } },
    { locale: { equals: locale } },
    { state: { equals: 'public' } },
  ],
})

/**
 * False while the register of a collection is compared with all its documents, for nobody knew what was written: then it
 * may change by itself. Undefined while it is being made.
 */
export const settledOf = async ({
  collection,
  payload,
}: Pick<Listed, 'collection' | 'payload'>): Promise<boolean | undefined> => {
  const fill = await readFill({ collection, payload })
  return fill?.isFilled ? fill.stage === 'done' : undefined
}
