import type { Payload } from 'payload'

import { slugSources } from '../published-content.ts'
import type { BadLine } from './import-report.ts'
import { idFrom } from './map-ids.ts'
import { readLines } from './read-lines.ts'
import { type Content, databaseOf, isRecord } from './records.ts'

/** A line with a document from elsewhere. */
export type DocumentLine = {
  collection: string
  doc: Content
  /** What the file calls the document: other lines may refer to it, and a second import knows it again. */
  key?: string
}

export type Survey = {
  bad: BadLine[]
  /** The id that the document of a line gets, by the number of the line: the same each time that the file is imported. */
  ids: Map<number, string>
  /** The line that each of these ids comes from. */
  lines: Map<string, number>
  /** Ids by `collection/slug`, of the slugs that lines give. */
  slugs: Map<string, string>
}

/** Reads the whole file once, so that lines can refer to later ones. */
export const surveyDocuments = async (file: string, payload: Payload): Promise<Survey> => {
  const survey: Survey = { bad: [], ids: new Map(), lines: new Map(), slugs: new Map() }
  for await (const { number: line, text } of readLines(file)) {
    const read = readDocumentLine(text)
    if (typeof read === 'string') {
      survey.bad.push({ line, reason: read })
      continue
    }
    const { collection, doc, key } = read
    let id = idOfKey({ collection, key: key ?? text, payload })
    const same = survey.lines.get(id)
    if (same !== undefined && key !== undefined) {
      const reason = `key: line ${same} has the key “${key}” already`
      survey.bad.push({ line, reason, where: collection })
      continue
    }
    // The same line twice is two documents, and stays so when it is imported again.
    for (let n = 2; survey.lines.has(id); n += 1)
      id = idOfKey({ collection, key: `${text}#${n}`, payload })
    survey.ids.set(line, id)
    survey.lines.set(id, line)
    for (const slug of Object.values(isRecord(doc.slug) ? doc.slug : {}))
      if (typeof slug === 'string') survey.slugs.set(`${collection}/${slug}`, id)
  }
  return survey
}

/** The id of a document that a file calls by a key. */
export const idOfKey = ({
  collection,
  key,
  payload,
}: {
  collection: string
  key: string
  payload: Payload
}): string => idFrom(`${collection}/${key}`, databaseOf(payload))

/** A line as it was meant, or what is wrong with it. */
export const readDocumentLine = (text: string): DocumentLine | string => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return `this is no JSON: ${error instanceof Error ? error.message : ''}`
  }
  if (!isRecord(value)) return 'give an object, as { "collection": …, "doc": { … } }'
  const { collection, doc, key, ...others } = value
  const [other] = Object.keys(others)
  if (other !== undefined) return `${other}: a line has “collection”, “doc” and, if you like, “key”`
  const known = Object.keys(slugSources)
  if (typeof collection !== 'string' || !known.includes(collection))
    return `collection: give one of ${known.join(', ')}`
  if (!isRecord(doc)) return 'doc: give the fields of the document, as { … }'
  if (key !== undefined && (typeof key !== 'string' || key === '')) return 'key: give text'
  return { collection, doc, ...(key === undefined ? {} : { key }) }
}
