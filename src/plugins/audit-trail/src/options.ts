import type { Access, Config, PayloadRequest } from 'payload'

import type { AuditAction } from './model/actions.ts'

/** What changes of one collection or global are called in the trail. */
export type Watched = {
  /** @default 'created' */
  created?: AuditAction
  /** @default 'deleted' */
  deleted?: AuditAction
  /** Fields whose change is an event of its own: `{ roles: 'roles-changed' }`. @default {} */
  fields?: Record<string, AuditAction>
}

export type AuditTrailOptions = {
  /** Group of the admin UI's sidebar. @default none */
  adminGroup?: Record<string, string>
  /** The address a request came from. @default unknown: headers can be written by anyone */
  clientAddress?: (req: PayloadRequest) => null | string | undefined
  /** Collections whose changes are told, by slug; of those with sign-in also sign-ins and sign-outs. */
  collections: Record<string, Watched>
  /** `false` keeps the tables and tells nothing. @default true */
  enabled?: boolean
  /** Globals whose changes are told, by slug. @default {} */
  globals?: Record<string, Watched>
  /** Whether readers see a document in a language. @default by its `_status` */
  isPublic?: (state: { doc: Record<string, unknown>; locale: string }) => boolean | undefined
  /** What is being done to a language when a request is no plain save. @default nothing but saves */
  localeAction?: (req: PayloadRequest) => 'publish' | 'revert' | 'unpublish' | undefined
  /** Who reads the trail. */
  mayRead: Access
}

export type LabelledLocale = { code: string; label: Record<string, string> | string }

/** @throws Error that names the option and the slug. */
export const assertOptions = ({
  config,
  options,
}: {
  config: Config
  options: AuditTrailOptions
}): void => {
  const known = {
    collections: new Set((config.collections ?? []).map(({ slug }) => slug)),
    globals: new Set((config.globals ?? []).map(({ slug }) => slug)),
  }
  for (const kind of ['collections', 'globals'] as const) {
    const unknown = Object.keys(options[kind] ?? {}).find((slug) => !known[kind].has(slug))
    if (unknown !== undefined)
      throw new Error(`audit-trail: option "${kind}" names "${unknown}", which does not exist.`)
  }
}

/** The languages of the project, as its editors call them. */
export const localesOf = ({ localization }: Config): LabelledLocale[] =>
  (localization ? localization.locales : []).map((locale) =>
    typeof locale === 'string'
      ? { code: locale, label: locale }
      : { code: locale.code, label: locale.label },
  )
