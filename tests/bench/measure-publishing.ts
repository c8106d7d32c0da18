import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

import type { Bench } from './bench.ts'
import type { Database } from './databases.ts'
import type { Line } from './line.ts'
import { spawnProgram } from './programs.ts'
import { settings } from './settings.ts'
import { noteStarted } from './started.ts'

const warmup = 10

/**
 * What publishing one language of a document costs beside Payload's own publishing, which knows no states, revisions,
 * gate or trail. Each has a process and a new database of its own; they take turns, so that a busy moment of the machine
 * hits both.
 */
export const measurePublishing = async ({ databases }: Bench): Promise<Line[]> => {
  const start = async (name: string) =>
    startPublisher(await databases.place(`publishing-${name}`), name)
  const [qiao, plain] = await Promise.all([start('qiao'), start('plain')])
  const pairs: { mine: number; theirs: number }[] = []
  for (let index = -warmup; index < settings.publishes; index++) {
    const pair = { mine: await timeOf(qiao), theirs: await timeOf(plain) }
    if (index >= 0) pairs.push(pair)
  }
  const note = `${settings.publishes} publications`
  return [
    {
      key: 'publishing, Qiao',
      note,
      unit: 'ms',
      values: pairs.map(({ mine }) => mine),
      what: 'publishing one language',
    },
    {
      key: 'publishing, Payload',
      note,
      unit: 'ms',
      values: pairs.map(({ theirs }) => theirs),
      what: 'the same by Payload alone, which keeps no states, revisions or trail',
    },
    {
      key: 'publishing, Qiao / Payload',
      note,
      values: pairs.map(({ mine, theirs }) => mine / theirs),
      what: 'publishing against Payload alone, times as long',
    },
  ]
}

const startPublisher = async (
  database: Pick<Database, 'folder' | 'url'>,
  name: string,
): Promise<ChildProcess> => {
  const child = spawnProgram('tests/bench/publisher.ts', {
    database,
    env: { BENCH_PAYLOAD: name },
    stdio: 'ipc',
  })
  const exited = once(child, 'exit')
  noteStarted({
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  })
  await answerOf(child)
  return child
}

const timeOf = async (child: ChildProcess): Promise<number> => {
  const answer = answerOf(child)
  child.send('next')
  return Number(await answer)
}

const answerOf = async (child: ChildProcess): Promise<unknown> => {
  const listening = new AbortController()
  const { signal } = listening
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('A publisher ended before it was done.')
  })
  try {
    const [answer] = (await Promise.race([once(child, 'message', { signal }), ended])) as [unknown]
    return answer
  } finally {
    ended.catch(() => undefined)
    listening.abort()
  }
}
