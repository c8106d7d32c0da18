import type { JsonLdNode } from '@qiao/delivery'

import type { Program } from '../generated/payload-types.ts'

/** Contacts that are for everybody, whoever asks. */
export const contactPoints = (contacts: Program['contacts']): JsonLdNode[] =>
  (contacts ?? [])
    .filter(({ email, phone, visibility }) => visibility === 'public' && (email || phone))
    .map(({ email, name, phone, position }) => ({
      '@type': 'ContactPoint',
      name,
      contactType: position,
      email,
      telephone: phone,
    }))
