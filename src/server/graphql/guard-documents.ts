import {
  type DocumentNode,
  getIntrospectionQuery,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  type ParseOptions,
  validate,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

import type { Env } from '../../env.ts'
import { estimateCost } from './estimate-cost.ts'
import { graphqlRefusal, limitRefusal } from './graphql-refusal.ts'
import { limitDocument } from './limit-document.ts'
import { limitArguments } from './limit-inputs.ts'
import { refuseIntrospection } from './refuse-introspection.ts'

/** Refuses oversized documents before anything that takes longer than linear time looks at them. */
export const guardDocuments = ({
  env: { graphql, introspection },
  schema,
}: {
  env: Pick<Env, 'graphql' | 'introspection'>
  schema: GraphQLSchema
}): Plugin => {
  const { limits } = graphql
  const standard = parse(getIntrospectionQuery(everything))
  const ofStandard = estimateCost({ document: standard, schema, variables: {} }).introspection
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: string, options: ParseOptions) =>
        parseWithin({ limit: limits.tokens, options, source }),
      )
    },
    onValidate: ({ addValidationRule, context, params, setResult, setValidationFn }) => {
      const document = params.documentAST as DocumentNode
      const variables =
        (context as { params?: { variables?: Record<string, unknown> } }).params?.variables ?? {}
      const problem =
        limitDocument(document, limits) ??
        limitArguments(document, limits) ??
        limitCost({ allowed: limits.cost, document, ofStandard, schema, variables })
      if (problem) {
        setResult([problem])
        return
      }
      // A schema of thousands of types makes each “did you mean” slow.
      setValidationFn((...[schemaOf, documentAst, rules]: Parameters<typeof validate>) =>
        validate(schemaOf, documentAst, rules, { maxErrors: 10 }),
      )
      if (!introspection) addValidationRule(refuseIntrospection)
    },
  }
}

/** What code generators may ask for. */
const everything = {
  descriptions: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
  schemaDescription: true,
  specifiedByUrl: true,
}

const parseWithin = ({
  limit,
  options,
  source,
}: {
  limit: number
  options: ParseOptions
  source: string
}): DocumentNode => {
  try {
    return parse(source, { ...options, maxTokens: limit })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (message.includes('tokens. Parsing aborted')) {
      const what = `The document has more than ${limit} tokens`
      throw limitRefusal({ allowed: limit, limit: 'tokens', what })
    }
    // The parser calls itself for each level.
    if (error instanceof RangeError) {
      throw graphqlRefusal({ code: 'too-deep', message: 'The document is nested too deeply.' })
    }
    throw error
  }
}

const limitCost = ({
  allowed,
  document,
  ofStandard,
  schema,
  variables,
}: {
  allowed: number
  document: DocumentNode
  ofStandard: number
  schema: GraphQLSchema
  variables: Record<string, unknown>
}): GraphQLError | undefined => {
  const { content, introspection } = estimateCost({ document, schema, variables })
  if (introspection > 1.2 * ofStandard) {
    return graphqlRefusal({
      code: 'introspection-too-large',
      message:
        'The document asks for more of the schema than code generators do; read the file src/generated/schema.graphql instead.',
    })
  }
  if (content <= allowed) return undefined
  const asked = Math.min(Math.ceil(content), Number.MAX_SAFE_INTEGER)
  const what = `The answer would hold about ${asked} values; ask for fewer at once, with limit`
  return limitRefusal({ allowed, asked, limit: 'cost', what })
}
