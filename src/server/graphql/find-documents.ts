import type { Plugin } from 'graphql-yoga'

import type { GraphqlSettings } from '../../graphql-settings.ts'
import { graphqlRefusal } from './graphql-refusal.ts'
import { type GraphqlParams, howToAsk } from './read-graphql-request.ts'
import type { TrustedDocuments } from './trusted-documents.ts'

/**
 * Finds the document that a request names by its id or hash in the list of trusted ones. In the mode `persisted` it
 * lets nothing else pass, whoever asks.
 */
export const findDocuments = ({
  documents,
  mode,
  persistedQueries,
}: Pick<GraphqlSettings, 'mode' | 'persistedQueries'> & {
  documents: TrustedDocuments | undefined
}): Plugin => ({
  onParams: ({ params, setParams }) => {
    const { documentId, extensions = {}, ...rest } = params as GraphqlParams
    const { persistedQuery, ...others } = extensions
    const hash = persistedQuery === undefined ? undefined : hashOf(persistedQuery)
    const id = documentId ?? hash
    if (rest.query === undefined && id === undefined && hash !== null) {
      throw graphqlRefusal({ code: 'bad-request', message: howToAsk })
    }
    const trusted =
      rest.query === undefined ? documents?.byId(id ?? '') : documents?.byText(rest.query)
    if (trusted !== undefined) {
      setParams({ ...rest, extensions: others, query: trusted })
    } else if (mode === 'persisted') {
      throw notTrusted
    } else if (rest.query === undefined && documentId !== undefined) {
      throw unknownId
    } else if (rest.query === undefined && (hash === null || !persistedQueries)) {
      throw notSupported
    } else {
      setParams({ ...rest, extensions: persistedQueries && hash ? extensions : others })
    }
  },
})

/** The hash of Apollo's protocol, or null when it is another version of it. */
const hashOf = (persistedQuery: unknown): null | string => {
  const { sha256Hash, version } = (persistedQuery ?? {}) as Record<string, unknown>
  if (version !== 1) return null
  if (typeof sha256Hash !== 'string' || !/^[\da-f]{64}$/.test(sha256Hash)) {
    const message =
      'extensions.persistedQuery.sha256Hash must be the SHA-256 of the document: 64 hexadecimal digits in lower case.'
    throw graphqlRefusal({
      code: 'bad-request',
      details: { field: 'extensions.persistedQuery.sha256Hash' },
      message,
    })
  }
  return sha256Hash
}

const notTrusted = graphqlRefusal({
  code: 'document-not-trusted',
  message:
    'This server runs the documents of its list only, and this is none of them. Add it to the file that the setting QIAO_GRAPHQL_DOCUMENTS names and start again, or ask for one of the list by its extensions.persistedQuery.sha256Hash or its documentId.',
  status: 403,
})

const unknownId = graphqlRefusal({
  code: 'document-not-trusted',
  message:
    'No document has this documentId here. Send the document as query, or have it added to the file that the setting QIAO_GRAPHQL_DOCUMENTS names.',
})

const notSupported = graphqlRefusal({
  code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  message: 'PersistedQueryNotSupported',
})
