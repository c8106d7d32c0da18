import { createHash } from 'node:crypto'

import type { Request } from 'express'
import { LRUCache } from 'lru-cache'

/** A longer one is asked once. */
const longestBody = 64 * 1024

/**
 * Reads what a POST asks of GraphQL, as a hash; nothing when it may change something, or when nobody knows. Of persisted
 * documents, which come as their id or hash alone, those are known that are trusted, and those that came once with their
 * text.
 */
export const postReader = ({
  textOf,
}: {
  /** The text of a trusted document, by its id or hash. */
  textOf: (id: string) => string | undefined
}): ((req: Pick<Request, 'body' | 'is'>) => string | undefined) => {
  const queries = new LRUCache<string, true>({ max: 5000 })

  const isKnownRead = (id: string): boolean => {
    const trusted = textOf(id)
    return trusted === undefined ? queries.has(id) : !mayChange.test(trusted)
  }

  /** Whether what is asked only reads. */
  const isRead = ({ documentId, extensions, query }: Question): boolean => {
    const hash = hashIn(extensions)
    if (documentId !== undefined) {
      return query === undefined && extensions === undefined && isKnownRead(documentId)
    }
    if (query === undefined) return hash !== undefined && isKnownRead(hash)
    if (mayChange.test(query)) return false
    if (hash === undefined) return extensions === undefined
    if (hash === createHash('sha256').update(query).digest('hex')) queries.set(hash, true)
    // It shall reach those who keep the text for next time.
    return false
  }

  return (req) => {
    const body: unknown = req.body
    if (!Buffer.isBuffer(body) || body.length > longestBody || !req.is('application/json')) return
    const question = parse(body)
    if (!question || !isRead(question)) return
    return createHash('sha256').update(body).digest('base64url')
  }
}

type Question = {
  documentId?: string
  extensions?: unknown
  operationName?: string
  query?: string
  variables?: unknown
}

/** A word in a comment, or the name of a field, costs no more than the memory of an answer. */
const mayChange = /mutation|subscription/

const parse = (body: Buffer): Question | undefined => {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const isPlain = Object.entries(value).every(([name, part]) => shapes[name]?.(part) ?? false)
  return isPlain ? value : undefined
}

const isText = (value: unknown): boolean => typeof value === 'string'
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const shapes: Record<string, (value: unknown) => boolean> = {
  documentId: isText,
  extensions: isObject,
  operationName: isText,
  query: isText,
  variables: isObject,
}

/** Of Apollo's protocol, and when it is all that the extensions say. */
const hashIn = (extensions: unknown): string | undefined => {
  if (typeof extensions !== 'object' || extensions === null) return undefined
  const { persistedQuery, ...others } = extensions as {
    persistedQuery?: null | { sha256Hash?: unknown }
  }
  const hash = persistedQuery?.sha256Hash
  return Object.keys(others).length === 0 && typeof hash === 'string' ? hash : undefined
}
