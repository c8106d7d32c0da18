import { randomBytes } from 'node:crypto'

/** A new secret as Standard Webhooks writes it: 256 random bits. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`
