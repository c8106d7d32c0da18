import express from 'express'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Express sending the bytes of answers from memory: the ceiling of this machine. `/<name>` is what Express does by
 * itself, which makes an ETag of each answer; below `/plain` it does not.
 */
const folder = process.env.BENCH_ANSWERS ?? ''
const app = express()
const plain = express().disable('etag')
app.use('/plain', plain)

for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name))
  for (const each of [app, plain]) {
    each.get(`/${name}`, (_request, response) => {
      response.type('application/json').send(bytes)
    })
  }
}
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => process.exit())
