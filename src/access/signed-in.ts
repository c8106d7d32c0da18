import type { AccessArgs } from 'payload'

/** Everybody who is signed in, whatever their role. */
export const signedIn = ({ req }: AccessArgs): boolean => Boolean(req.user)
