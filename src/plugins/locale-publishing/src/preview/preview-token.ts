import { createHmac } from 'node:crypto'

import { errors, jwtVerify, SignJWT } from 'jose'

/** What a preview link lets its holder see: one document, in one language, as it was saved last. */
export type Preview = {
  collection: string
  expiresAt: Date
  id: string
  locale: string
}

export type PreviewFault = 'expired' | 'invalid'

const audience = 'preview'

// A key of its own: with the secret itself, a preview could be taken for the session of a person.
const keyOf = (secret: string): Uint8Array => createHmac('sha256', secret).update(audience).digest()

export const signPreview = (
  { collection, expiresAt, id, locale }: Preview,
  secret: string,
): Promise<string> =>
  new SignJWT({ collection, locale })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setSubject(id)
    .setExpirationTime(expiresAt)
    .sign(keyOf(secret))

/** What the token lets see, or what is wrong with it. */
export const readPreview = async (
  token: string,
  secret: string,
): Promise<Preview | PreviewFault> => {
  try {
    const { payload } = await jwtVerify<{ collection: string; locale: string }>(
      token,
      keyOf(secret),
      { algorithms: ['HS256'], audience, requiredClaims: ['exp', 'sub'] },
    )
    const { collection, exp = 0, locale, sub = '' } = payload
    return { collection, expiresAt: new Date(exp * 1000), id: sub, locale }
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'expired'
    if (error instanceof errors.JOSEError) return 'invalid'
    throw error
  }
}
