import { createInterface } from 'node:readline'

import { contractPayload, pageData } from './contract-payload.ts'

/**
 * A process of its own that writes to a database, for the contract suite. It says `ready`, waits for a line, and then
 * does what its arguments say:
 * - `update <url> <id> <published|draft> <count> <first>`: that many writes to one page at once; prints the errors;
 * - `stream <url> <name>`: makes and changes pages until it is killed; prints each acknowledged write.
 */
const [task, url = '', ...rest] = process.argv.slice(2)

const say = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`)

const payload = await contractPayload({ url })
const lines = createInterface({ input: process.stdin })
const go = new Promise((resolve) => lines.once('line', resolve))
say('ready')
await go

if (task === 'update') {
  const [id = '', mode, count, first] = rest
  const results = await Promise.allSettled(
    Array.from({ length: Number(count) }, (_, index) =>
      payload.update({
        collection: 'pages',
        data: {
          title: `${Number(first) + index}`,
          ...(mode === 'draft' ? {} : { _status: 'published' }),
        },
        draft: mode === 'draft',
        id,
        locale: (Number(first) + index) % 2 ? 'zh' : 'en',
      }),
    ),
  )
  say(results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : [])))
} else if (task === 'stream') {
  const [name] = rest
  for (let page = 0; ; page += 1) {
    let step = 0
    const data = () => ({ ...pageData(`${name}-${page}-${step}`), _status: 'published' as const })
    const { id } = await payload.create({ collection: 'pages', data: data(), locale: 'en' })
    say({ id, step })
    for (step = 1; step <= 3; step += 1) {
      await payload.update({ collection: 'pages', data: data(), id, locale: 'en' })
      say({ id, step })
    }
  }
}

lines.close()
await payload.destroy()
process.exit(0)
