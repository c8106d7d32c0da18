import { alternate, type Contender, ratiosOf } from './alternate.ts'
import type { Bench } from './bench.ts'
import type { Line } from './line.ts'
import { answerTo, list } from './questions.ts'
import { fewDocuments, settings } from './settings.ts'
import { startQiao } from './started.ts'

/** What a list costs where there are many documents, and how long a start takes there. */
export const measureGrowth = async ({ databases, load }: Bench): Promise<Line[]> => {
  const { manyDocuments } = settings
  const few = await databases.withBriefs(fewDocuments)
  const many = await databases.withBriefs(manyDocuments)
  const starts: { few: number; many: number }[] = []
  const start = (database: typeof few, cache: string) => startQiao(database, { QIAO_CACHE: cache })
  for (let round = -1; round < settings.rounds; round++) {
    const [small, large] = [await start(few, 'on'), await start(many, 'on')]
    if (round >= 0) starts.push({ few: small.readyMs, many: large.readyMs })
    await Promise.all([small.stop(), large.stop()])
  }
  const servers = {
    few: { cached: await start(few, 'on'), uncached: await start(few, 'off') },
    many: { cached: await start(many, 'on'), uncached: await start(many, 'off') },
  }
  const contenders = await Promise.all(
    (['cached', 'uncached'] as const).flatMap((kind) =>
      (['few', 'many'] as const).map(async (size): Promise<Contender> => {
        const { pid, url } = servers[size][kind]
        const expected = await answerTo(url, list)
        return { expected, name: `${size}, ${kind}`, path: list, pid, url }
      }),
    ),
  )
  const results = await alternate({ contenders, load, ...settings })
  const latency = (kind: string) => {
    const ratio = (by: 'cpu' | 'p50') =>
      ratiosOf({ by, of: `many, ${kind}`, results, to: `few, ${kind}` })
    return { byCpu: ratio('cpu'), values: ratio('p50') }
  }
  const against = `at ${manyDocuments} documents against ${fewDocuments}`
  const note = manyDocuments < 100_000 ? { note: 'BENCH_FULL=1 takes 100000' } : {}
  return [
    {
      key: 'cached list, many / few',
      ...note,
      target: { atMost: 1.2 },
      ...latency('cached'),
      what: `cached list, latency ${against}`,
    },
    {
      key: 'uncached list, many / few',
      ...note,
      target: { atMost: 1.2 },
      ...latency('uncached'),
      what: `uncached list, latency ${against}`,
    },
    {
      key: 'start, many / few',
      ...note,
      target: { atMost: 1.2 },
      values: starts.map((pair) => pair.many / pair.few),
      what: `start to ready ${against}`,
    },
    {
      key: 'start',
      unit: 'ms',
      values: starts.map((pair) => pair.few),
      what: 'start to ready, without the admin UI',
    },
  ]
}
