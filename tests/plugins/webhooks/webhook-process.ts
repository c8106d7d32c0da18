import { createInterface } from 'node:readline'

import { startWebhooks } from '@qiao/webhooks'

import { publishBrief } from './open-webhooks.ts'

/**
 * A process of its own on the database of a test. It says `ready`, waits for a line, and then does what its argument
 * says:
 * - `publish`: publishes a brief and sends nothing; says its id when that is acknowledged;
 * - `send`: sends what is due, and says `[]` once it has begun, until it is killed.
 */
const [task] = process.argv.slice(2)

const say = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`)

const { getPayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const payload = await getPayload({ config })
const lines = createInterface({ input: process.stdin })
const go = new Promise((resolve) => lines.once('line', resolve))
say('ready')
await go

if (task === 'publish') {
  const { id } = await publishBrief(payload)
  say({ id })
} else {
  startWebhooks(payload, { everyMs: 20 })
  say([])
}
// Whoever started it ends it, at once.
await new Promise(() => undefined)
