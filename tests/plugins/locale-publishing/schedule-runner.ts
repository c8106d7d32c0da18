import { runDueSchedules } from '@qiao/locale-publishing'
import { createInterface } from 'node:readline'
import { getPayload } from 'payload'

import config from '../../../payload.config.ts'
import { withConflictRetry } from '../../../src/database/index.ts'

/**
 * A process of its own that does what is due, on the database of the settings. It says `ready`, waits for a line, and
 * then prints what came of each schedule. With a number, it stops for good in the middle of that publication: after the
 * document was written and before the transaction ends.
 */
const [stopAt] = process.argv.slice(2)

const say = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`)

const payload = await getPayload({ config })
let count = 0
payload.collections['news-briefs'].config.hooks.afterChange.push(async ({ doc }) => {
  count += 1
  if (count !== Number(stopAt)) return
  say({ inTheMiddleOf: (doc as { id: string }).id })
  await new Promise(() => undefined)
})
const lines = createInterface({ input: process.stdin })
const go = new Promise((resolve) => lines.once('line', resolve))
say('ready')
await go
for (let isPending = true; isPending;) {
  const outcomes = await runDueSchedules(payload, { repeat: (work) => withConflictRetry(work) })
  // MongoDB keeps what a killed process was writing locked for a minute.
  isPending = outcomes.some(({ state }) => state === 'pending')
  say(outcomes.filter(({ state }) => state !== 'pending'))
}
lines.close()
await payload.destroy()
process.exit(0)
