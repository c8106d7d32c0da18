import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'

import { z } from 'zod'

import {
  compareGraphqlSchemas,
  type SchemaChange,
} from '../server/graphql/compare-graphql-schemas.ts'

// `npm run schema:check`: what has changed in the schema since the one that was announced last; exit code 1 when a
// change breaks queries and is not accepted. `npm run schema:accept`: announces the present one. Another root may follow.

const [action, root = fileURLToPath(new URL('../..', import.meta.url))] = process.argv.slice(2)
const files = {
  accepted: path.join(root, '.config/accepted-schema-changes.json'),
  baseline: path.join(root, '.config/schema-baseline.graphql.gz'),
  present: path.join(root, 'src/generated/schema.graphql'),
}

const accept = (): void => {
  writeFileSync(files.baseline, gzipSync(readFileSync(files.present), { level: 9 }))
  writeFileSync(files.accepted, '[]\n')
  console.log('The present schema is the announced one now.')
}

const check = (): void => {
  const { accepted, breaking, dangerous, stale } = compareGraphqlSchemas({
    accepted: z.array(z.string()).parse(JSON.parse(readFileSync(files.accepted, 'utf8'))),
    announced: gunzipSync(readFileSync(files.baseline)).toString('utf8'),
    present: readFileSync(files.present, 'utf8'),
  })
  list('Breaking, and accepted', accepted)
  list('Dangerous: answers may hold what clients do not expect', dangerous)
  list('Breaking: queries that were right are wrong now', breaking)
  for (const each of stale) console.log(`Accepted, but not there: ${each}`)
  if (breaking.length === 0) {
    console.log('No query that was right is wrong now.')
    return
  }
  console.log(
    'Keep what clients use, list what is meant in .config/accepted-schema-changes.json, or announce the new schema with npm run schema:accept.',
  )
  process.exitCode = 1
}

const list = (title: string, changes: SchemaChange[]): void => {
  if (changes.length === 0) return
  console.log(`${title} (${changes.length}):`)
  for (const { description, type } of changes) console.log(`  ${type}: ${description}`)
}

if (action === 'accept') accept()
else check()
