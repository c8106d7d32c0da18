import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { lexicographicSortSchema, printSchema } from 'graphql'

import config from '../../../payload.config.ts'
import { createGraphqlSchema } from './graphql-schema.ts'

// `npm run generate:graphql`: the schema as frontends read it, sorted so that a change shows as one.
const { schema } = createGraphqlSchema(await config)
const file = fileURLToPath(new URL('../../generated/schema.graphql', import.meta.url))
writeFileSync(file, `${printSchema(lexicographicSortSchema(schema))}\n`)
