import type { GraphqlLimit } from '../../graphql-settings.ts'

/**
 * Every word that stands in `extensions.code` of an error at /api/graphql. They are stable: programs read them.
 * Errors of resolvers also have the words of REST, `invalid` and those of `codeOfStatus`, or one of a plugin's own.
 */
export const errorCodes = {
  'api-key-expired': 'An API key whose time is over.',
  'api-key-reads-only': 'A mutation with an API key.',
  'api-key-revoked': 'An API key that was taken back.',
  'api-key-unknown': 'What looks like an API key and is none.',
  'bad-request': 'The request is not one: a part is missing, or of the wrong type.',
  'batch-refused': 'Several requests in one body.',
  'body-too-large': 'Limit: bytes of the body.',
  'document-not-trusted': 'This server runs the documents of its list only, and this is none.',
  'fragment-cycle': 'A fragment spreads itself.',
  'input-too-deep': 'Limit: nesting of variables and arguments.',
  internal: 'A fault of the server; the log has it under the request id.',
  'introspection-off': 'This server does not tell its schema.',
  'introspection-too-large': 'More of the schema at once than code generators ask for.',
  'malformed-json': 'The body, or a parameter that holds JSON, is broken.',
  'method-not-allowed': 'A mutation over GET, or a method that is neither GET nor POST.',
  'not-acceptable': 'No media type of the Accept header can be answered.',
  'syntax-error': 'The document cannot be parsed.',
  timeout: 'Limit: seconds of running; the query was stopped.',
  'too-deep': 'Limit: nesting of fields.',
  'too-expensive': 'Limit: what the answer is expected to hold.',
  'too-many-aliases': 'Limit: aliases.',
  'too-many-directives': 'Limit: directives.',
  'too-many-fields': 'Limit: fields.',
  'too-many-fragments': 'Limit: spreads of fragments.',
  'too-many-root-fields': 'Limit: questions in one request.',
  'too-many-tokens': 'Limit: words and signs of the document.',
  'unknown-language': 'A language that content is not written in.',
  'unknown-operation': 'The document has no such operation, or several and none is named.',
  'unsupported-media-type': 'A body that is not JSON in UTF-8.',
  'validation-failed': 'The document does not fit the schema.',
  'variables-invalid': 'The variables do not fit the document.',
  // Apollo's own words: its clients know them, and send the document when they read one.
  PERSISTED_QUERY_MISMATCH: 'The hash is not that of the document.',
  PERSISTED_QUERY_NOT_FOUND: 'No document with this hash is kept; send it along.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Documents are not kept here; send it each time.',
} as const

export type ErrorCode = keyof typeof errorCodes

/** The word of each limit. */
export const codeOfLimit = {
  aliases: 'too-many-aliases',
  body: 'body-too-large',
  cost: 'too-expensive',
  depth: 'too-deep',
  directives: 'too-many-directives',
  fields: 'too-many-fields',
  fragments: 'too-many-fragments',
  inputDepth: 'input-too-deep',
  rootFields: 'too-many-root-fields',
  timeout: 'timeout',
  tokens: 'too-many-tokens',
} as const satisfies Record<GraphqlLimit, ErrorCode>

/** Our word for what graphql, its tools and yoga call otherwise. */
export const ownCode = (code: unknown): string | undefined =>
  typeof code === 'string' ? (foreign[code] ?? code) : undefined

const foreign: Partial<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'bad-request',
  GRAPHQL_PARSE_FAILED: 'syntax-error',
  GRAPHQL_VALIDATION_FAILED: 'validation-failed',
  INTERNAL_SERVER_ERROR: 'internal',
  OPERATION_RESOLUTION_FAILURE: 'unknown-operation',
}
