import { checkTrail, exportTrail } from '@qiao/audit-trail'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { startTestApp } from '../../support/test-app.ts'

vi.setConfig({ hookTimeout: 60_000, testTimeout: 180_000 })

let app: Awaited<ReturnType<typeof startTestApp>>

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app.stop())

const startWriter = (count: number) => {
  const script = new URL('./trail-writer.ts', import.meta.url).pathname
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', script, String(count)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const said: string[] = []
  let becomeReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => (becomeReady = resolve))
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'ready') becomeReady()
    else if (line.startsWith('["')) said.push(...(JSON.parse(line) as string[]))
  })
  const made = new Promise<string[]>((resolve, reject) =>
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`The writer ended with ${code}.`)),
    ),
  )
  return { go: () => child.stdin.write('go\n'), made, ready }
}

it('processes that write at once make one chain, with each of their writes in it once', async () => {
  const writers = [startWriter(100), startWriter(100)]
  await Promise.all(writers.map(({ ready }) => ready))
  const started = performance.now()
  writers.forEach(({ go }) => go())
  const ids = (await Promise.all(writers.map(({ made }) => made))).flat()
  const told: string[] = []
  for await (const line of exportTrail(app.payload)) {
    told.push((JSON.parse(line) as { document: string }).document)
  }
  process.stdout.write(
    `audit trail: ${told.length} entries of two processes in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  )
  expect(ids).toHaveLength(200)
  expect([...told].sort()).toEqual([...ids].sort())
  expect(await checkTrail(app.payload)).toMatchObject({ entries: 200 })
  expect((await checkTrail(app.payload)).fault).toBeUndefined()
})
