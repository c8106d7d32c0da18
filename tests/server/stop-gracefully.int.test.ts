import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { freePort } from '../support/free-port.ts'
import { startProcess } from './start-process.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-stop-'))
})

afterAll(() => {
  rmSync(folder, { force: true, recursive: true })
})

it('a request on its way when SIGTERM comes is answered, then the process ends with 0 within ten seconds', async () => {
  const port = await freePort()
  const server = await startProcess({ PORT: String(port), QIAO_DATA_DIR: folder })
  await server.ready
  const body = JSON.stringify({ email: 'nobody@example.org', password: 'not the password' })
  const onItsWay = request({
    headers: { 'Content-Length': body.length, 'Content-Type': 'application/json' },
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/users/login',
    port,
  })
  onItsWay.write(body.slice(0, 10))
  // Only when the server has this one in hand does another one, sent later, come back.
  await fetch(`http://127.0.0.1:${port}/health/live`)
  const stoppedAt = performance.now()
  server.kill('SIGTERM')
  await refused(port)
  const answered = once(onItsWay, 'response')
  onItsWay.end(body.slice(10))
  const [response] = (await answered) as [{ resume: () => void; statusCode: number }]
  response.resume()
  expect(response.statusCode).toBe(401)
  const { code } = await server.ended
  expect(code).toBe(0)
  expect(performance.now() - stoppedAt).toBeLessThan(10_000)
})

it('metrics on a port of their own can be read from the start to the end', async () => {
  const [port, scrapePort] = [await freePort(), await freePort()]
  const server = await startProcess({
    PORT: String(port),
    QIAO_DATA_DIR: folder,
    QIAO_METRICS_PORT: String(scrapePort),
  })
  await server.ready
  const scraped = await fetch(`http://127.0.0.1:${scrapePort}/metrics`)
  expect(await scraped.text()).toContain('qiao_database_operation_duration_seconds_count')
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404)
  server.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  await refused(scrapePort)
})

/** Resolves when the server takes no new connections. */
const refused = async (port: number): Promise<void> => {
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/health/live`, { headers: { Connection: 'close' } })
    } catch {
      return
    }
  }
}
