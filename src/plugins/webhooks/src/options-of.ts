import type { Payload } from 'payload'

import type { CompleteOptions } from './options.ts'

/** Where the config keeps the options of this plugin. */
export const place = '@qiao/webhooks' as const

/** The options that the plugin was given. */
export const optionsOf = ({ config }: Payload): CompleteOptions =>
  (config.custom as { [place]: CompleteOptions })[place]
