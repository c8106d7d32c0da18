import { setTimeout as wait } from 'node:timers/promises'

import type { Bench } from './bench.ts'
import { signInEditor } from './editor.ts'
import type { Line } from './line.ts'
import { list, listedIds } from './questions.ts'
import { fewDocuments, settings } from './settings.ts'
import { startQiao } from './started.ts'

/** How slow the slowest cached reads are while somebody publishes twice a second, beside those of a quiet time. */
export const measureEditing = async ({ databases, load }: Bench): Promise<Line[]> => {
  const server = await startQiao(await databases.withBriefs(fewDocuments))
  const editor = await signInEditor(server)
  const ids = await listedIds(server.url)
  const seconds = Math.max(settings.seconds, 4)
  let published = 0
  const ask = () => load({ paths: [list], seconds, url: server.url })
  const askWhilePublishing = async () => {
    const reading = ask()
    const until = performance.now() + seconds * 1000
    while (performance.now() < until) {
      const next = performance.now() + 500
      await editor.publish(ids[published % ids.length] ?? '', `简报，第${published}次`)
      published += 1
      await wait(Math.max(0, next - performance.now()))
    }
    return reading
  }
  const rounds: { busy: number; idle: number }[] = []
  for (let round = -1; round < settings.rounds; round++) {
    const [idle, busy] = [await ask(), await askWhilePublishing()]
    if (idle.errors + busy.errors > 0) throw new Error('Reads failed while somebody published.')
    if (round >= 0) rounds.push({ busy: busy.p99, idle: idle.p99 })
  }
  return [
    {
      key: 'p99 while publishing / idle',
      note: `${published} publications`,
      target: { atMost: 2 },
      values: rounds.map(({ busy, idle }) => busy / idle),
      what: 'p99 of cached reads while an editor publishes twice a second, against idle',
    },
    {
      key: 'p99, idle',
      unit: 'ms',
      values: rounds.map(({ idle }) => idle),
      what: 'that p99, idle',
    },
  ]
}
