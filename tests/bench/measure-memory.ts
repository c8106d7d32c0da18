import type { Bench } from './bench.ts'
import type { Line } from './line.ts'
import { graphqlList, list, listedIds, single } from './questions.ts'
import { fewDocuments, settings } from './settings.ts'
import { startQiao } from './started.ts'

const first = 10_000

/** Whether memory stays what it was: after ten thousand mixed requests, and after many more. */
export const measureMemory = async ({ databases, load }: Bench): Promise<Line[]> => {
  const server = await startQiao(await databases.withBriefs(fewDocuments))
  const ids = await listedIds(server.url)
  const pages = Array.from({ length: 40 }, (_, index) => `&page=${index + 1}`)
  const paths = [
    ...pages.flatMap((page) => [`${list}${page}`, `${list.replace('=zh', '=en')}${page}`]),
    ...ids.flatMap((id) => [single(id), single(id).replace('=zh', '=all')]),
    ...['en', 'zh'].map((locale) => `/api/programs?locale=${locale}&limit=5`),
    graphqlList,
    '/api/news-briefs?locale=fr',
    '/api/nothing-here',
    '/health/live',
  ]
  const ask = async (amount: number) => {
    const { errors } = await load({ amount, paths, url: server.url })
    if (errors > 0) throw new Error(`${errors} of the mixed requests failed.`)
    return server.residentBytes()
  }
  const before = await ask(first)
  const after = await ask(settings.manyRequests - first)
  const isAll = settings.manyRequests >= 1_000_000
  return [
    {
      key: 'memory, many / few requests',
      note: `${megabytes(before)}, then ${megabytes(after)}${isAll ? '' : '; BENCH_FULL=1 takes 1000000'}`,
      target: { atMost: 1.1 },
      values: [after / before],
      what: `memory after ${settings.manyRequests} mixed requests against after ${first}`,
    },
  ]
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`
