export const webhooksSlug = 'webhooks'

/** What is to be sent, and the log of what was. */
export const deliveriesSlug = 'webhook-deliveries'
