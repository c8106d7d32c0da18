import { isolated } from '../asked.ts'
import type { DeliveryOptions, SlugOptions } from '../options.ts'

/** What the look-up of slugs needs of the options: addresses are those of the website. */
export const slugOptions = ({ site, slugs }: DeliveryOptions): SlugOptions => ({
  ...slugs,
  urlOf: async ({ collection, locale, req, slug }) => {
    const { pageUrl } = await site({ locale, req: isolated(req, locale) })
    return pageUrl({ collection, locale, slug })
  },
})
