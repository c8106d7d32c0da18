import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { alternate, type Contender, ratiosOf, type Rounds } from './alternate.ts'
import type { Bench } from './bench.ts'
import type { Line } from './line.ts'
import { startProgram } from './programs.ts'
import { answerTo, graphqlList, list, listedIds, single } from './questions.ts'
import { fewDocuments, settings } from './settings.ts'
import { startQiao } from './started.ts'

/** Cached and uncached reads beside bare Express and bare `handleEndpoints`, requests a second. */
export const measureReads = async ({ databases, load }: Bench): Promise<Line[]> => {
  const database = await databases.withBriefs(fewDocuments)
  const cached = await startQiao(database, { QIAO_CACHE: 'on' })
  const uncached = await startQiao(database, { QIAO_CACHE: 'off' })
  const stock = await startProgram('tests/bench/stock-payload.ts', { database })
  const bare = await startProgram('tests/bench/bare-payload.ts', { database })
  const [id = ''] = await listedIds(uncached.url)
  const answers = {
    graphql: await answerTo(uncached.url, graphqlList),
    list: await answerTo(uncached.url, list),
    single: await answerTo(uncached.url, single(id)),
  }
  const express = await startExpress({ answers, folder: database.folder })
  const of = (question: keyof typeof answers) =>
    ({ graphql: graphqlList, list, single: single(id) })[question]
  const ours = (question: keyof typeof answers, isCached: boolean): Contender => ({
    expected: answers[question],
    name: `Qiao, ${question}, ${isCached ? 'cached' : 'uncached'}`,
    path: of(question),
    pid: (isCached ? cached : uncached).pid,
    url: (isCached ? cached : uncached).url,
  })
  const theirs = (name: string, question: keyof typeof answers): Contender => ({
    expected: answers[question],
    name,
    path: name.startsWith('Express, no ETag') ? `/plain/${question}` : `/${question}`,
    pid: express.pid,
    url: express.url,
  })
  const payload = async (
    name: string,
    { pid, url }: typeof stock,
    question: 'list' | 'single',
  ): Promise<Contender> => ({
    // Ours tells the language, and so is not the same to the byte.
    expected: await answerTo(url, of(question)),
    name: `${name}, ${question}`,
    path: of(question),
    pid,
    url,
  })
  const results = await alternate({
    contenders: [
      theirs('Express, list', 'list'),
      ours('list', true),
      theirs('Express, graphql', 'graphql'),
      ours('graphql', true),
      theirs('Express, no ETag, list', 'list'),
      ours('list', false),
      await payload('handleEndpoints', stock, 'list'),
      await payload('our config in handleEndpoints', bare, 'list'),
      ours('graphql', false),
      ours('single', false),
      await payload('handleEndpoints', stock, 'single'),
    ],
    load,
    ...settings,
  })
  return linesOf(results, answers.list.length)
}

const startExpress = async ({
  answers,
  folder,
}: {
  answers: Record<string, string>
  folder: string
}) => {
  const place = join(folder, 'answers')
  await mkdir(place, { recursive: true })
  for (const [name, text] of Object.entries(answers)) await writeFile(join(place, name), text)
  return startProgram('tests/bench/bare-express.ts', { env: { BENCH_ANSWERS: place } })
}

const linesOf = (results: Rounds, bytes: number): Line[] => {
  const ratio = (of: string, to: string) => ({
    // Less time is more requests.
    byCpu: ratiosOf({ by: 'cpu', of: to, results, to: of }),
    values: ratiosOf({ of, results, to }),
  })
  const cachedList = 'Qiao, list, cached'
  return [
    ...Object.entries(results).map(([name, rounds]): Line => ({
      key: `rate: ${name}`,
      byCpu: rounds.map(({ cpu }) => 1000 / cpu),
      unit: 'per second',
      values: rounds.map(({ perSecond }) => perSecond),
      what: name,
    })),
    {
      key: 'cached list / Express',
      note: `${bytes} bytes`,
      target: { atLeast: 0.8 },
      ...ratio(cachedList, 'Express, list'),
      what: 'cached list (REST) against bare Express sending the same bytes',
    },
    {
      key: 'cached GraphQL / Express',
      target: { atLeast: 0.8 },
      ...ratio('Qiao, graphql, cached', 'Express, graphql'),
      what: 'cached list (GraphQL over GET) against bare Express sending the same bytes',
    },
    {
      key: 'cached list / Express without ETag',
      ...ratio(cachedList, 'Express, no ETag, list'),
      what: 'the same (REST) where Express makes no ETag, which it does of each answer',
    },
    {
      key: 'cached list / handleEndpoints',
      target: { atLeast: 20 },
      ...ratio(cachedList, 'handleEndpoints, list'),
      what: 'cached list against Payload alone (handleEndpoints), uncached, analysed database',
    },
    {
      key: 'uncached list / handleEndpoints',
      target: { atLeast: 1.3 },
      ...ratio('Qiao, list, uncached', 'handleEndpoints, list'),
      what: 'uncached list against the same',
    },
    {
      key: 'uncached list / our config in handleEndpoints',
      note: 'what our front door costs',
      ...ratio('Qiao, list, uncached', 'our config in handleEndpoints, list'),
      what: 'uncached list against handleEndpoints with our own config and database layer',
    },
    {
      key: 'uncached single / handleEndpoints',
      target: { atLeast: 1.3 },
      ...ratio('Qiao, single, uncached', 'handleEndpoints, single'),
      what: 'uncached single document against the same',
    },
  ]
}
