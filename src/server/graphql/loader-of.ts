import type { GraphQLResolveInfo } from 'graphql'
import type { PayloadRequest } from 'payload'

import type { ReadScope } from './read-scopes.ts'

/**
 * The loader of a field for all documents of a list, made when the first of them asks. What two fields read is not put
 * together, although it could be when they happen to ask at the same moment: the number of queries depends on the
 * question alone.
 */
export const loaderOf = <Loader>({
  info: { fieldNodes },
  make,
  of,
  scope,
}: {
  info: Pick<GraphQLResolveInfo, 'fieldNodes'>
  make: () => Loader
  /** What is loaded, where a field loads several things. */
  of: string
  scope: ReadScope
}): Loader => {
  const { req } = scope.context
  const ofRequest = loaders.get(req) ?? new WeakMap<object, Map<string, unknown>>()
  loaders.set(req, ofRequest)
  // graphql-js makes the list of nodes of a field once for all documents of a list.
  const ofField = ofRequest.get(fieldNodes) ?? new Map<string, unknown>()
  ofRequest.set(fieldNodes, ofField)
  const key = `${of} ${String(scope.draft)}`
  const loader = ofField.get(key) ?? make()
  ofField.set(key, loader)
  // Each field loads one thing under one name.
  return loader as Loader
}

const loaders = new WeakMap<PayloadRequest, WeakMap<object, Map<string, unknown>>>()
