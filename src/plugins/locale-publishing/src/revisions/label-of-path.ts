import { getTranslation } from '@payloadcms/translations'
import type { FlattenedField, PayloadRequest } from 'payload'

/** The names of a field and of the groups it is in, as the person behind a request reads them in the form. */
export const labelOfPath = ({
  fields,
  path,
  req,
}: {
  fields: readonly FlattenedField[]
  path: string
  req: Pick<PayloadRequest, 'i18n'>
}): string => {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((each) => each.name === name)
  const label = field && 'label' in field && field.label ? field.label : name
  const own = typeof label === 'function' ? name : getTranslation(label, req.i18n)
  const within = field && 'flattenedFields' in field ? field.flattenedFields : []
  return rest.length
    ? `${own} › ${labelOfPath({ fields: within, path: rest.join('.'), req })}`
    : own
}
