import { delivery, type DeliveryOptions } from '@qiao/delivery'
import { lastPublishedAt, previewOf } from '@qiao/locale-publishing'
import { findSlugHolders } from '@qiao/localized-slugs'

import { award } from './delivery/award.ts'
import { newsBrief } from './delivery/news-brief.ts'
import { partnerProfile } from './delivery/partner-profile.ts'
import { populate } from './delivery/populate.ts'
import { program } from './delivery/program.ts'
import { story } from './delivery/story.ts'
import { website } from './delivery/website.ts'
import { slugSources } from './published-content.ts'

const options: DeliveryOptions = {
  // Topics have slugs, and no page of their own: the organization keeps no address for them.
  collections: {
    awards: award,
    'news-briefs': newsBrief,
    'partner-profiles': partnerProfile,
    programs: program,
    stories: story,
  },
  imageSizes: ['wide', 'card'],
  languages: {
    en: { hreflang: 'en', openGraph: 'en_US' },
    zh: { hreflang: 'zh-Hans', openGraph: 'zh_CN' },
  },
  modifiedAt: lastPublishedAt,
  populate,
  previewOf,
  site: website,
  slugs: { collections: Object.keys(slugSources), holders: findSlugHolders },
}

/** Pages of the website, ready to use. */
export const deliverPages = delivery(options)
