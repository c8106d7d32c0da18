import type { Payload } from 'payload'

/** Tells which texts can be ids of a collection: MongoDB answers any other with an error, not with nothing. */
export const idFilter = (
  { collections, db }: Payload,
  slug: string,
): ((text: string) => boolean) => {
  const own = collections[slug as keyof typeof collections].customIDType
  if (own === 'text') return (text) => text.length <= longestId
  const isNumber = (own ?? db.defaultIDType) === 'number'
  const pattern = isNumber ? /^\d+$/ : !own && db.name === 'mongoose' ? objectId : uuid
  return (text) => pattern.test(text)
}

const longestId = 255
const objectId = /^[\da-f]{24}$/i
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
