import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { root } from '../support/conventions/repository.ts'

export type PublishingCost = {
  publishes: number
  'Qiao ms': number
  'Payload ms': number
  'times Payload': number
  'middle half': string
}

const warmup = 20

/**
 * What publishing one language of a document costs beside Payload's own publishing, which knows no states, revisions,
 * gate or trail. Each has a process and a new database of its own; they take turns, so that a busy moment of the machine
 * hits both.
 */
export const measurePublishing = async ({
  databaseUrl,
  folder,
  rounds,
}: {
  databaseUrl: string
  folder: string
  rounds: number
}): Promise<PublishingCost> => {
  const start = (name: string) =>
    startPublisher({ folder, name, url: besides({ databaseUrl, folder, name }) })
  const [qiao, plain] = await Promise.all([start('qiao'), start('plain')])
  const pairs: { mine: number; theirs: number }[] = []
  for (let index = -warmup; index < rounds; index++) {
    const pair = { mine: await timeOf(qiao), theirs: await timeOf(plain) }
    if (index >= 0) pairs.push(pair)
  }
  for (const child of [qiao, plain]) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  const ratios = pairs.map(({ mine, theirs }) => mine / theirs)
  return {
    publishes: rounds,
    'Qiao ms': quantile(
      pairs.map(({ mine }) => mine),
      0.5,
    ),
    'Payload ms': quantile(
      pairs.map(({ theirs }) => theirs),
      0.5,
    ),
    'times Payload': quantile(ratios, 0.5),
    'middle half': `${quantile(ratios, 0.25)} to ${quantile(ratios, 0.75)}`,
  }
}

/** A new database of the same kind. */
const besides = ({
  databaseUrl,
  folder,
  name,
}: {
  databaseUrl: string
  folder: string
  name: string
}): string => {
  if (databaseUrl.startsWith('file:')) return `file:${join(folder, `publishing-${name}.db`)}`
  const url = new URL(databaseUrl)
  url.pathname = `${url.pathname}-publishing-${name}-${process.pid}`
  return url.href
}

const startPublisher = async ({
  folder,
  name,
  url,
}: {
  folder: string
  name: string
  url: string
}): Promise<ChildProcess> => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'tests/bench/publisher.ts'],
    {
      cwd: root,
      env: {
        ...process.env,
        BENCH_PAYLOAD: name,
        DATABASE_URL: url,
        LOG_LEVEL: 'warn',
        NODE_ENV: 'production',
        PAYLOAD_SECRET: 'a secret for measurements, long enough for every check',
        QIAO_DATA_DIR: folder,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  )
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

const quantile = (values: number[], part: number): number => {
  const value = values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN
  return Number(value.toFixed(2))
}
