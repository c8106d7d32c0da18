import { isolated } from '../asked.ts'
import type { DeliveryOptions, SlugOptions } from '../options.ts'

/** What the look-up of slugs needs of the options: addresses are those of the website. */
export const slugOptions = ({ slugs, urlOf }: DeliveryOptions): SlugOptions => ({
  ...slugs,
  urlOf: ({ collection, locale, req, slug }) =>
    urlOf({ collection, doc: { slug }, locale, req: isolated(req, locale) }),
})
