import type {
  AfterErrorHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  PayloadRequest,
} from 'payload'

import type { AuditTrailOptions } from '../options.ts'
import { recordEvent } from './record-event.ts'

export const tellSignIn =
  (options: AuditTrailOptions): CollectionAfterLoginHook =>
  async ({ collection, req, user }) => {
    await recordEvent({
      data: {
        action: 'signed-in',
        person: personOf(user, collection.slug),
        target: collection.slug,
      },
      options,
      req,
    })
    return user as unknown
  }

export const tellSignOut =
  (options: AuditTrailOptions): CollectionAfterLogoutHook =>
  async ({ collection, req }) => {
    await recordEvent({ data: { action: 'signed-out', target: collection.slug }, options, req })
  }

/** A sign-in over REST that was refused. */
export const tellRefusedSignIn =
  (options: AuditTrailOptions): AfterErrorHook =>
  async ({ collection, error, req }) => {
    if (collection && isRefusedSignIn(error))
      await recordRefusedSignIn({ email: req.data?.email, options, req, slug: collection.slug })
  }

export const isRefusedSignIn = (error: unknown): boolean =>
  error instanceof Error && ['AuthenticationError', 'LockedAuth'].includes(error.name)

/** Tells whose account it was. An address that belongs to nobody is left out: it may be a password, typed too early. */
export const recordRefusedSignIn = async ({
  email,
  options,
  req,
  slug,
}: {
  email: unknown
  options: AuditTrailOptions
  req: PayloadRequest
  slug: string
}): Promise<void> => {
  const found =
    typeof email === 'string'
      ? await req.payload.db.findOne<{ id: string }>({
          // A package does not know the project's collections.
          collection: slug as 'users',
          where: { email: { equals: email.toLowerCase().trim() } },
        })
      : null
  await recordEvent({
    data: {
      action: 'sign-in-failed',
      document: found?.id ?? null,
      person: personOf(found, slug),
      target: slug,
    },
    options,
    req,
  })
}

const personOf = (user: unknown, collection: string) =>
  user ? { ...(user as Record<string, unknown>), collection } : null
