import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { openChangesDesk, openCopy } from './changes-desk.ts'

vi.setConfig({ hookTimeout: 120_000, testTimeout: 240_000 })

let desk: Awaited<ReturnType<typeof openChangesDesk>>

beforeAll(async () => {
  desk = await openChangesDesk()
})

afterAll(() => desk.stop())

const startWriter = (count: number, name: string) => {
  const script = new URL('./changes-writer.ts', import.meta.url).pathname
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', script, String(count), name],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') resolve()
    })
  })
  const done = new Promise<void>((resolve, reject) =>
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The writer ended with ${code}.`)),
    ),
  )
  return { done, go: () => child.stdin.write('go\n'), ready }
}

it('a reader who asks again and again has what is public, whoever writes at the same time', async () => {
  const writers = [startWriter(80, 'one'), startWriter(80, 'two')]
  await Promise.all(writers.map(({ ready }) => ready))
  const state = { isWriting: true }
  const readers = [1, 3, 100].map((limit) => ({ copy: openCopy(), limit, questions: 0, told: 0 }))
  writers.forEach(({ go }) => go())
  const written = Promise.all([
    ...writers.map(({ done }) => done),
    // This process writes as well, while it is asked.
    (async () => {
      for (let round = 0; round < 15; round += 1) {
        const id = await desk.newStory('zh', { title: `三 ${round}` })
        if (round % 3 === 0)
          await desk.as.post(`/api/stories/${id}/unpublish`, { locales: ['zh'] }).expect(200)
      }
    })(),
  ]).finally(() => (state.isWriting = false))

  const follow = async (reader: (typeof readers)[number]) => {
    let cursor: string | undefined
    for (let isLast = false; ;) {
      const page = await desk.ask(
        `locale=all&limit=${reader.limit}${cursor ? `&since=${cursor}` : ''}`,
      )
      reader.questions += 1
      reader.told += page.changes.length
      reader.copy.apply(page.changes)
      cursor = page.cursor
      if (page.hasMore) continue
      if (isLast) return
      // Whatever is committed now is told by the answers that follow.
      isLast = !state.isWriting
    }
  }
  await Promise.all([written, ...readers.map(follow)])

  const truth = await desk.publicNow(['stories'])
  const { docs } = await desk.payload.find({
    collection: 'topics',
    depth: 0,
    limit: 0,
    locale: 'all',
    pagination: false,
  })
  for (const { id, slug } of docs as unknown as { id: string; slug: Record<string, string> }[])
    for (const [locale, text] of Object.entries(slug)) truth.push(`topics/${id} ${locale} ${text}`)
  expect(docs.length).toBeGreaterThan(5)
  for (const { copy, limit, questions, told } of readers) {
    process.stdout.write(`changes: ${told} told in ${questions} answers of at most ${limit}\n`)
    expect(copy.pages()).toEqual([...truth].sort())
  }
})
