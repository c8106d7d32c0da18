import type { Config, Plugin } from 'payload'

export type DeliveryOptions = {
  /** `false` adds nothing. @default true */
  enabled?: boolean
}

/** What a page of a website needs, ready to use. */
export const delivery =
  (_options: DeliveryOptions): Plugin =>
  (config: Config): Config =>
    config
