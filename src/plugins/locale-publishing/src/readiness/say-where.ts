import { type PayloadRequest, ValidationError, type ValidationFieldError } from 'payload'

/** A field that keeps a language from being published, and where a person can mend it. */
export type LinkedGap = ValidationFieldError & {
  /** The field in the admin UI, in its language. */
  link: string
  locale: string
}

/**
 * Does what publishes one language of a document.
 *
 * @throws ValidationError each of whose fields tells its language and its place in the admin UI.
 */
export const sayWhere = async <Result>(
  {
    id,
    locale,
    req,
    slug,
  }: {
    id: string
    locale: string
    req: PayloadRequest
    slug: string
  },
  publish: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await publish()
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    const { routes, serverURL } = req.payload.config
    const form = `${serverURL}${routes.admin}/collections/${slug}/${id}?locale=${locale}`
    const errors = error.data.errors.map((gap): LinkedGap => ({
      ...gap,
      link: `${form}#field-${gap.path.replaceAll('.', '__')}`,
      locale,
    }))
    throw new ValidationError({ collection: slug, errors, id, req }, req.t)
  }
}
