import type { Bench } from './bench.ts'
import { signInEditor } from './editor.ts'
import type { Line } from './line.ts'
import { graphqlList, list, listedIds, single } from './questions.ts'
import { fewDocuments, settings } from './settings.ts'
import { startQiao } from './started.ts'

/**
 * How long after the answer to a publication readers still get the old text: at the process that published, where every
 * stale answer is counted, and at another one on the same database.
 */
export const measureVisibility = async ({ databases }: Bench): Promise<Line[]> => {
  const database = await databases.withBriefs(fewDocuments)
  const here = await startQiao(database)
  const there = await startQiao(database)
  const editor = await signInEditor(here)
  const ids = await listedIds(here.url)
  const stale: number[] = []
  const delays: number[] = []
  for (let round = 0; round < 10 * settings.rounds; round++) {
    const id = ids[round % ids.length] ?? ''
    const title = `简报，第${round}版。`
    const paths = [list, single(id), graphqlList]
    const isNew = async (url: string, path: string) =>
      (await (await fetch(`${url}${path}`)).text()).includes(title)
    // So that both have something old to show.
    await Promise.all([here, there].flatMap(({ url }) => paths.map((path) => isNew(url, path))))
    const publishedAt = await editor.publish(id, title)
    const seenElsewhere = Promise.all(
      paths.map(async (path) => {
        while (!(await isNew(there.url, path)));
        return performance.now() - publishedAt
      }),
    )
    const answers = await Promise.all(paths.map((path) => isNew(here.url, path)))
    stale.push(answers.filter((each) => !each).length)
    delays.push(Math.max(...(await seenElsewhere)))
  }
  return [
    {
      key: 'stale answers, one process',
      note: `${stale.length} publications, three questions after each`,
      target: { atMost: 0 },
      unit: 'stale answers',
      // Not one in all: the worst counts, not the middle.
      values: [Math.max(...stale)],
      what: 'answers after a publication that still showed the old text, one process',
    },
    {
      key: 'visible after, two processes',
      note: 'the slowest',
      target: { atMost: 1000 },
      unit: 'ms',
      values: [Math.max(...delays)],
      what: 'publish to visible at another process',
    },
  ]
}
