import type { GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'

import { describeContent } from './describe-content.ts'
import { describeRest } from './describe-rest.ts'
import { describeRoots } from './describe-roots.ts'

/** Says in English what each part of the schema is, in the words of the admin UI where it has any. */
export const describeSchema = (schema: GraphQLSchema, config: SanitizedConfig): void => {
  describeContent(schema, config)
  describeRoots(schema, config)
  describeRest(schema)
}
