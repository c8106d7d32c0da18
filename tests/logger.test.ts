import { APIError } from 'payload'
import { expect, it } from 'vitest'

import { createLogger } from '../src/logger.ts'

const logged = (log: (logger: ReturnType<typeof createLogger>) => void): object[] => {
  const lines: string[] = []
  log(createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as object)
}

it('the log tells a refusal as information, in one short line', () => {
  const err = new APIError('Translators cannot publish.', 403)
  expect(logged((logger) => logger.error({ err, msg: err.message }))).toEqual([
    expect.objectContaining({ level: 'info', msg: 'Translators cannot publish.', status: 403 }),
  ])
  expect(JSON.stringify(logged((logger) => logger.error({ err })))).not.toContain('stack')
})

it('the log tells an error of the server as one, with its trace', () => {
  for (const err of [new APIError('The disk is full.', 500), new Error('Unforeseen')]) {
    const [line] = logged((logger) => logger.error({ err }))
    expect(line).toMatchObject({ err: { message: err.message }, level: 'error' })
    expect(JSON.stringify(line)).toContain('logger.test')
  }
})

it('the log takes secrets out', () => {
  const line = logged((logger) => logger.info({ user: { password: 'open sesame', token: 'x1' } }))
  expect(JSON.stringify(line)).not.toMatch(/open sesame|x1/)
})
