import { createInterface } from 'node:readline'

/** A process of its own with the real config: says `ready`, waits for a line, makes `count` topics at once, prints their ids. */
const [count] = process.argv.slice(2)

const { BasePayload } = await import('payload')
const { default: config } = await import('../../../payload.config.ts')
const payload = await new BasePayload().init({ config })
const lines = createInterface({ input: process.stdin })
const go = new Promise((resolve) => lines.once('line', resolve))
process.stdout.write('ready\n')
await go
const made = await Promise.all(
  Array.from({ length: Number(count) }, (_, index) =>
    payload.create({
      collection: 'topics',
      data: { title: `${process.pid} ${index}` },
      locale: 'en',
    }),
  ),
)
process.stdout.write(`${JSON.stringify(made.map(({ id }) => id))}\n`)
lines.close()
await payload.destroy()
process.exit(0)
