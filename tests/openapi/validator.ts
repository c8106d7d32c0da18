import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'

/** Says what of a value contradicts a schema of the document. */
export const openapiValidator = (document: { components: unknown }) => {
  const ajv = new Ajv2020({ allErrors: false, strict: false })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema({ $id: 'document', components: document.components })
  const known = new Map<string, ReturnType<Ajv2020['compile']>>()
  return {
    faultsOf: (schema: object, value: unknown): string[] => {
      const text = JSON.stringify(schema)
      const validate = known.get(text) ?? ajv.compile(absolute(text))
      known.set(text, validate)
      return validate(value)
        ? []
        : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    },
  }
}

/** With references that lead into the document. */
const absolute = (schema: string): object =>
  JSON.parse(schema.replaceAll('"$ref":"#/', '"$ref":"document#/'))
