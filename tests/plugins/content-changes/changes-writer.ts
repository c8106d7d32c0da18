import { createInterface } from 'node:readline'

import { withConflictRetry } from '../../../src/database/index.ts'

/**
 * A process of its own with the real config: says `ready`, waits for a line, and then writes topics, several at once,
 * `count` times: new ones, other words in either language, and now and then one goes.
 */
const [count = '0', prefix = ''] = process.argv.slice(2)

const { BasePayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const payload = await new BasePayload().init({ config })
const lines = createInterface({ input: process.stdin })
const go = new Promise((resolve) => lines.once('line', resolve))
process.stdout.write('ready\n')
await go

const collection = 'topics'
const mine: string[] = []

const write = async (number: number): Promise<void> => {
  const title = `${prefix} ${number}`
  const id = mine[(number * 7) % (mine.length + 1)]
  await withConflictRetry(async () => {
    if (!id) {
      mine.push((await payload.create({ collection, data: { title }, locale: 'en' })).id)
    } else if (number % 5 === 0) {
      mine.splice(mine.indexOf(id), 1)
      await payload.delete({ id, collection, overrideAccess: true })
    } else {
      await payload.update({ id, collection, data: { title }, locale: number % 2 ? 'en' : 'zh' })
    }
  })
}

for (let number = 0; number < Number(count); number += 4) {
  await Promise.allSettled([0, 1, 2, 3].map((more) => write(number + more)))
}
lines.close()
await payload.destroy()
process.exit(0)
