import type { FeedsOptions } from '@qiao/feeds'
import { findSlugHolders } from '@qiao/localized-slugs'

import { renderForReaders } from './delivery.ts'
import { populate } from './delivery/populate.ts'
import { shown } from './delivery/shown.ts'
import { website } from './delivery/website.ts'
import { feedCollections } from './feeds/collections.ts'
import { events } from './feeds/events.ts'
import { publicPages } from './feeds/public-pages.ts'
import type { Program, Topic } from './generated/payload-types.ts'

/** Feeds, calendar and sitemaps of what is published. */
export const feedOptions: FeedsOptions = {
  calendars: { events },
  collections: feedCollections,
  disallow: ['/admin'],
  groups: {
    programs: { title: (doc) => (doc as Program).title, titleField: 'title' },
    topics: { title: (doc) => (doc as Topic).title, titleField: 'title' },
  },
  languages: { en: 'en', zh: 'zh-Hans' },
  pages: publicPages,
  populate,
  renderRichText: renderForReaders,
  slugHolders: findSlugHolders,
  site: website,
  topicsOf: (doc) =>
    shown((doc as { topics?: (string | Topic)[] | null }).topics).flatMap(({ slug, title }) =>
      title ? [{ slug: slug ?? title, title }] : [],
    ),
}
