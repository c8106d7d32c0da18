import { once } from 'node:events'

import type { Payload } from 'payload'

// Standard output is for the answer alone.
process.env.LOG_LEVEL = 'silent'

/**
 * `check [hash]`: says whether the trail is whole, and still holds the entry with that hash; exit code 1 when not.
 * `export`: writes the trail as JSON Lines.
 */
const run = async (): Promise<void> => {
  const [task, anchor] = process.argv.slice(2)
  const { BasePayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const payload = await new BasePayload().init({ config, disableOnInit: true })
  try {
    if (task === 'export') await write(payload)
    else await check(payload, anchor)
  } finally {
    await payload.destroy()
  }
}

const write = async (payload: Payload): Promise<void> => {
  const { exportTrail } = await import('@qiao/audit-trail')
  for await (const line of exportTrail(payload)) {
    if (!process.stdout.write(line)) await once(process.stdout, 'drain')
  }
}

const check = async (payload: Payload, anchor: string | undefined): Promise<void> => {
  const { checkTrail } = await import('@qiao/audit-trail')
  const { entries, fault, hash } = await checkTrail(payload, anchor ? { anchor } : {})
  if (fault) {
    process.stderr.write(`✖ The audit trail is broken. ${fault}\n`)
    process.exitCode = 1
    return
  }
  process.stdout.write(`The audit trail is whole: ${entries} entries, the last has hash ${hash}\n`)
}

try {
  await run()
} catch (error) {
  process.stderr.write(`✖ ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
process.exit()
