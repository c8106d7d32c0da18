import type { PayloadRequest } from 'payload'

import { asFallback, type Asked, asLocale, inLanguage } from '../asked.ts'

export type SlugArgs = { draft?: boolean; fallbackLocale?: string; locale?: string; slug: string }

export type Context = { req: PayloadRequest }

/** What the arguments of a field ask for. The fields below it are then read in the same language. */
export const askedInGraphql = (
  args: SlugArgs,
  context: Context,
): { asked: Asked & { draft: boolean }; req: PayloadRequest } => {
  const { req: given } = context
  const locale = asLocale({ req: given, value: args.locale ?? given.locale })
  const fallback = asFallback({ req: given, value: args.fallbackLocale })
  const req = inLanguage(given, locale)
  req.fallbackLocale = (fallback ?? false) as 'en'
  context.req = req
  return { asked: { draft: args.draft === true, fallback, locale, slug: args.slug }, req }
}
