import { deliver, delivery, type DeliveryOptions, richTextRenderer } from '@qiao/delivery'
import { lastPublishedAt, previewOf } from '@qiao/locale-publishing'
import { findSlugHolders } from '@qiao/localized-slugs'

import { archives } from './delivery/archives.ts'
import { award } from './delivery/award.ts'
import { newsBrief } from './delivery/news-brief.ts'
import { partnerProfile } from './delivery/partner-profile.ts'
import { populate } from './delivery/populate.ts'
import { program } from './delivery/program.ts'
import { story } from './delivery/story.ts'
import { website } from './delivery/website.ts'
import { slugSources } from './published-content.ts'
import { richTextToHtml } from './rich-text/to-html.ts'
import { urlOfDocument } from './url-of-document.ts'

/** Rich texts of this project as HTML and plain text, their links leading to the website. */
export const renderForReaders = richTextRenderer({ ...richTextToHtml, urlOf: urlOfDocument })

const options: DeliveryOptions = {
  archives,
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
  renderRichText: renderForReaders,
  site: website,
  slugs: { collections: Object.keys(slugSources), holders: findSlugHolders },
  urlOf: urlOfDocument,
}

/** Pages of the website, ready to use. */
export const deliverPages = delivery(options)

/** One of these pages, as the endpoint answers it. */
export const pageOf = (question: Parameters<typeof deliver>[0]) => deliver(question, options)

/** Collections whose documents have pages. */
export const collectionsWithPages = Object.keys(options.collections)
