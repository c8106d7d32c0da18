import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

import type { ErrorCode } from './error-codes.ts'
import { isGraphqlError } from './is-graphql-error.ts'

/** Gives errors of graphql itself, which have none, the word of the step that found them. */
export const nameErrors = (): Plugin => ({
  onExecute: () => ({
    onExecuteDone: ({ result, setResult }) => {
      // Without data nothing was run, so it is the variables; other errors of this step have their word.
      if ('data' in result || !('errors' in result) || !result.errors) return
      setResult({ errors: result.errors.filter(isGraphqlError).map(asWrongVariables) })
    },
  }),
  onParse:
    () =>
    ({ replaceParseResult, result }) => {
      const error: unknown = result
      if (isGraphqlError(error)) replaceParseResult(withCode(error, 'syntax-error'))
    },
  onValidate:
    () =>
    ({ result, setResult }) => {
      setResult(result.filter(isGraphqlError).map((error) => withCode(error, 'validation-failed')))
    },
})

const asWrongVariables = (error: GraphQLError): GraphQLError => withCode(error, 'variables-invalid')

/** The same error with a word, which is another one where an unknown language is what is wrong. */
const withCode = (error: GraphQLError, code: ErrorCode): GraphQLError => {
  const { extensions, message, nodes, positions, source } = error
  if (typeof extensions.code === 'string') return error
  const word = unknownLanguage.test(message) ? 'unknown-language' : code
  return new GraphQLError(message, {
    extensions: { ...extensions, code: word, http: { status: 400 } },
    ...(nodes ? { nodes } : { positions, source }),
  })
}

const unknownLanguage = /does not exist in "(Fallback)?LocaleInputType" enum/
