import type { SanitizedConfig } from 'payload'

import type { CompleteOptions } from './options.ts'

/** What search engines may read, and where they learn of the website's pages. */
export const writeRobots = (
  { disallow }: Pick<CompleteOptions, 'disallow'>,
  { serverURL }: Pick<SanitizedConfig, 'serverURL'>,
): string =>
  [
    'User-agent: *',
    ...(disallow.length > 0 ? disallow.map((path) => `Disallow: ${path}`) : ['Disallow:']),
    '',
    `Sitemap: ${serverURL}/sitemap.xml`,
    '',
  ].join('\n')
