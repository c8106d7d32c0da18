export const trailSlug = 'audit-trail'

/** Events that wait for their place in the chain, at most a second. */
export const inboxSlug = 'audit-trail-inbox'

/** Remembers the end of the chain, so that cutting it off shows. */
export const headSlug = 'audit-trail-head'
