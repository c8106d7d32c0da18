import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { codegen } from '@graphql-codegen/core'
import * as typedDocuments from '@graphql-codegen/typed-document-node'
import * as operationTypes from '@graphql-codegen/typescript-operations'
import { parse, print } from 'graphql'

const fileAt = (place: string): string => fileURLToPath(new URL(place, import.meta.url))

/**
 * `npm run generate:operations`: the questions of `operations/` as typed documents for any client of GraphQL, and as
 * the list of trusted documents that `QIAO_GRAPHQL_DOCUMENTS` takes. A website does the same with its own questions.
 */
const writeOperations = async (): Promise<void> => {
  const folder = fileAt('operations')
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({
      document: parse(readFileSync(path.join(folder, name), 'utf8'), { noLocation: true }),
      location: name,
    }))
  const operations = await codegen({
    config: {
      scalars: { DateTime: 'string', EmailAddress: 'string', JSON: 'unknown' },
      useTypeImports: true,
    },
    documents,
    filename: 'operations.ts',
    pluginMap: { operationTypes, typedDocuments },
    plugins: [{ operationTypes: {} }, { typedDocuments: {} }],
    schema: parse(readFileSync(fileAt('../generated/schema.graphql'), 'utf8')),
  })
  writeFileSync(fileAt('../generated/operations.ts'), operations)
  const trusted = documents.map(({ document }) => {
    const text = print(document)
    return [createHash('sha256').update(text).digest('hex'), text]
  })
  const list = JSON.stringify(Object.fromEntries(trusted), undefined, 2)
  writeFileSync(fileAt('../generated/trusted-documents.json'), `${list}\n`)
}

await writeOperations()
