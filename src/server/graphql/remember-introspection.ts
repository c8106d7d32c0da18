import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

import type { WritableResult } from './answer-as-specified.ts'
import { createBoundedStore } from './bounded-store.ts'

/**
 * Keeps the answers of documents that ask for nothing but the schema. It never changes while a process runs, and a
 * whole one takes a second and five megabytes to write.
 */
export const rememberIntrospection = (): Plugin => {
  const store = createBoundedStore<string>({
    bytes: 32 * 1024 * 1024,
    entries: 50,
    sizeOf: ({ length }) => length,
  })
  return {
    onExecute: ({ args, context, setResultAndStopExecution }) => {
      const document = args.document as DocumentNode
      if (!asksForSchemaOnly(document, args.operationName as string | undefined)) return undefined
      const { params } = context as { params: { query: string } }
      const key = JSON.stringify([params.query, args.operationName, args.variableValues])
      const known = store.get(key)
      if (known !== undefined) {
        setResultAndStopExecution(written(known))
        return undefined
      }
      return {
        onExecuteDone: ({ result, setResult }) => {
          if (!('data' in result) || result.errors) return
          const text = JSON.stringify(result)
          store.set(key, text)
          setResult(written(text))
        },
      }
    },
  }
}

/** A result whose text is there already. */
const written = (text: string): WritableResult => ({ data: {}, text })

const asksForSchemaOnly = (
  document: DocumentNode,
  operationName: string | null | undefined,
): boolean => {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition)
    }
  }
  const isOnly = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__')
      if (selection.kind === Kind.INLINE_FRAGMENT) return isOnly(selection.selectionSet)
      const fragment = fragments.get(selection.name.value)
      return fragment !== undefined && isOnly(fragment.selectionSet)
    })
  const operation = getOperationAST(document, operationName)
  return operation?.operation === OperationTypeNode.QUERY && isOnly(operation.selectionSet)
}
