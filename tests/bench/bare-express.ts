import express from 'express'
import { readFileSync } from 'node:fs'

/** Express sending the bytes of an answer from memory: the ceiling of this machine. */
const bytes = readFileSync(process.env.BENCH_BYTES ?? '')
const app = express()

app.get('/', (_request, response) => {
  response.type('application/json').send(bytes)
})
app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
process.on('SIGTERM', () => process.exit())
