import type { Schema } from './schema.ts'

/** An operation of the document, as far as pages and examples need it. */
export type Operation = {
  description?: string
  method: string
  operationId: string
  parameters: {
    description?: string
    in: string
    name: string
    required?: boolean
    schema: Schema
  }[]
  path: string
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: Record<
    string,
    {
      content?: Partial<Record<string, { example?: unknown; schema: Schema }>>
      description: string
    }
  >
  security: Record<string, unknown>[]
  summary: string
  tags: string[]
}

/** How to ask it from a terminal. */
export const curlOf = (
  { method, parameters, path, requestBody, security }: Operation,
  server: string,
): string => {
  const address = path.replace(/\{(\w+)\}/g, (_match, name: string) => `$${name.toUpperCase()}`)
  const query = [
    ...(parameters.some(({ name }) => name === 'locale') ? ['locale=zh'] : []),
    ...(parameters.some(({ name }) => name === 'limit') && method === 'get' ? ['limit=5'] : []),
    ...(method !== 'get' && parameters.some(({ name }) => name === 'where')
      ? ['where[id][equals]=$ID']
      : []),
    ...parameters
      .filter((each) => each.in === 'query' && each.required)
      .map(({ name }) => `${name}=…`),
  ]
  const isForAnyone = security.some((each) => Object.keys(each).length === 0)
  const body = requestBody?.content['application/json'].schema
  return [
    `curl -g${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} "${server}${address}${query.length > 0 ? `?${query.join('&')}` : ''}"`,
    ...(isForAnyone ? [] : ['-H "Authorization: JWT $TOKEN"']),
    ...(body ? [`-H 'Content-Type: application/json' -d '${JSON.stringify(sampleOf(body))}'`] : []),
  ].join(' \\\n  ')
}

/** A small value that a body could be. */
const sampleOf = (schema: Schema): unknown => {
  const { $ref, enum: values, properties, required } = schema
  if ($ref === '#/components/schemas/Locales') return ['zh']
  if (typeof $ref === 'string') return { title: '…' }
  if (Array.isArray(values)) return values[0]
  if (!properties) return schema.type === 'object' ? {} : '…'
  const named = Array.isArray(required) ? (required as string[]) : Object.keys(properties)
  return Object.fromEntries(
    named.map((name) => [name, sampleOf((properties as Record<string, Schema>)[name] ?? {})]),
  )
}
