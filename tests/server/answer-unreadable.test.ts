import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'

import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { listen } from '../../src/server/listen.ts'

let server: Server
let port: number

beforeAll(async () => {
  const app = express().use((_req, res) => void res.send('read'))
  server = await listen(app, { host: '127.0.0.1', port: 0 })
  port = (server.address() as AddressInfo).port
})

afterAll(async () => {
  server.close()
  await once(server, 'close')
})

const say = async (request: string): Promise<{ body: unknown; head: string }> => {
  const socket = connect(port, '127.0.0.1')
  socket.write(request)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  return { body: JSON.parse(body), head }
}

it('an address that is too long is answered with what to do, and the next request as before', async () => {
  const names = Array.from({ length: 5000 }, (_, n) => `name${n}=1`).join('&')
  const { body, head } = await say(`GET /api/programs?${names} HTTP/1.1\r\nHost: x\r\n\r\n`)
  expect(head).toContain('HTTP/1.1 431 Request Header Fields Too Large')
  expect(head).toContain('application/json')
  expect(body).toMatchObject({
    errors: [{ code: 'too-large', message: expect.stringContaining('body of a POST') }],
    requestId: expect.any(String),
  })
  const next = await fetch(`http://127.0.0.1:${port}/`)
  expect(await next.text()).toBe('read')
})

it('what is no HTTP is answered as such', async () => {
  const { body, head } = await say('NONSENSE\r\n\r\n')
  expect(head).toContain('HTTP/1.1 400 Bad Request')
  expect(body).toMatchObject({ errors: [{ code: 'bad-request' }] })
})
