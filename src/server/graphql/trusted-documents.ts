import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { type GraphQLSchema, parse, stripIgnoredCharacters, validate } from 'graphql'
import type { Logger } from 'pino'
import { z } from 'zod'

import { type Env, SettingsError } from '../../env.ts'

/** The documents of the file, found by what a request may name them with. */
export type TrustedDocuments = {
  /** By the id of the file, or by the SHA-256 of the text. */
  byId: (id: string) => string | undefined
  /** By the text itself, whatever its spaces. */
  byText: (text: string) => string | undefined
  entries: ReadonlyMap<string, string>
}

/**
 * Reads the file of trusted documents: `{ "<id or SHA-256>": "query …" }`, as Relay's compiler writes it, or the
 * manifest of Apollo's.
 * @throws {SettingsError} naming the setting and the entry that is wrong
 */
export const readTrustedDocuments = ({
  graphql: { documents },
}: Pick<Env, 'graphql'>): TrustedDocuments | undefined => {
  if (!documents) return undefined
  const entries = new Map<string, string>()
  const ids = new Map<string, string>()
  const texts = new Map<string, string>()
  for (const [id, text] of readEntries(documents)) {
    if (entries.has(id)) throw wrong(`has two documents with the id “${id}”`)
    entries.set(id, text)
    texts.set(compact(id, text), text)
    ids.set(createHash('sha256').update(text).digest('hex'), text)
  }
  return {
    byId: (id) => entries.get(id) ?? ids.get(id),
    byText: (text) => texts.get(text) ?? texts.get(compactOrSame(text)),
    entries,
  }
}

/** Tells the log which documents the schema does not fit. They are refused when somebody asks for them. */
export const reportUnfitDocuments = ({
  documents,
  logger,
  schema,
}: {
  documents: TrustedDocuments | undefined
  logger: Logger
  schema: GraphQLSchema
}): void => {
  for (const [id, text] of documents?.entries ?? []) {
    const [problem] = validate(schema, parse(text), undefined, { maxErrors: 1 })
    if (!problem) continue
    logger.error(
      { id, problem: problem.message },
      'A document of QIAO_GRAPHQL_DOCUMENTS does not fit the schema and will be refused.',
    )
  }
}

const text = z.string().min(1)

const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  operations: z.array(z.object({ body: text, id: text })),
})

const plainMap = z.record(text, text)

const readEntries = (file: string): [id: string, text: string][] => {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error
    throw wrong(isMissing ? 'cannot be read' : 'is not valid JSON')
  }
  const isManifest = typeof content === 'object' && content !== null && 'format' in content
  const parsed = (isManifest ? manifest : plainMap).safeParse(content)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const place = issue?.path.map(String).join('.') ?? ''
    throw wrong(
      `must be { "<id>": "query …" } or a persisted query manifest of Apollo; wrong is ${place ? `the entry ${place}` : 'its beginning'}: ${issue?.message}`,
    )
  }
  return 'format' in parsed.data && isManifest
    ? (parsed.data as z.infer<typeof manifest>).operations.map(({ body, id }) => [id, body])
    : Object.entries(parsed.data as z.infer<typeof plainMap>)
}

const compact = (id: string, document: string): string => {
  try {
    parse(document)
    return stripIgnoredCharacters(document)
  } catch (error) {
    throw wrong(
      `has the entry ${id}, which is no GraphQL document: ${error instanceof Error ? error.message : ''}`,
    )
  }
}

/** What cannot be read as GraphQL is none of the documents. */
const compactOrSame = (document: string): string => {
  try {
    return stripIgnoredCharacters(document)
  } catch {
    return document
  }
}

const wrong = (what: string): SettingsError =>
  new SettingsError(
    `The file that QIAO_GRAPHQL_DOCUMENTS names ${what}. Set it right and start again.`,
  )
