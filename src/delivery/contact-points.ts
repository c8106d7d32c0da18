import type { JsonLdNode } from '@qiao/delivery'

import type { Program } from '../generated/payload-types.ts'

/** How to reach those who may be reached; internal contacts are taken out before. */
export const contactPoints = (contacts: Program['contacts']): JsonLdNode[] =>
  (contacts ?? [])
    .filter(({ email, phone }) => Boolean(email) || Boolean(phone))
    .map(({ email, name, phone, position }) => ({
      '@type': 'ContactPoint',
      name,
      contactType: position,
      email,
      telephone: phone,
    }))
