/** A JSON Schema of the draft of 2020-12, or another object of an OpenAPI document. */
export type Schema = Record<string, unknown>

/** A schema among the components. */
export const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** That, or nothing. */
export const orNull = (schema: Schema): Schema => {
  const { type } = schema
  if (typeof type === 'string' && !('enum' in schema)) return { ...schema, type: [type, 'null'] }
  const { description, ...rest } = schema
  return {
    anyOf: [rest, { type: 'null' }],
    ...(description === undefined ? {} : { description }),
  }
}

export const listOf = (items: Schema): Schema => ({ type: 'array', items })

export const objectOf = (properties: Record<string, Schema>, required?: string[]): Schema => ({
  type: 'object',
  properties,
  ...(required ? { required } : {}),
})
