import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'

const kinds = ['event', 'workshop', 'study-tour', 'conference', 'visit'] as const
const roles = ['organiser', 'co-organiser', 'host', 'funder', 'supporter'] as const
const places = [
  { en: 'Beijing', zh: '北京' },
  { en: 'Chengdu', zh: '成都' },
  { en: 'Kunming', zh: '昆明' },
  { en: 'Guiyang', zh: '贵阳' },
] as const

const pick = <T>(all: readonly T[], index: number): T => all[index % all.length]!

const english = 'Volunteers and teachers met in the village library and agreed how to go on. '
const chinese = '志愿者和老师在村图书馆见面，商定了下一步的工作。'

/** The lines of a file for `npm run import`: `briefs` news briefs in both languages, and what they refer to. */
export function* contentLines({ briefs }: { briefs: number }): Generator<string> {
  const [topics, partners, programs] = [
    8,
    Math.max(10, briefs / 100),
    Math.max(5, briefs / 200),
  ].map(Math.floor) as [number, number, number]
  const line = (collection: string, key: string, doc: object) =>
    JSON.stringify({ collection, key, doc })
  const published = { en: 'published', zh: 'published' }
  for (let n = 0; n < topics; n++)
    yield line('topics', `topic-${n}`, { title: { en: `Topic ${n}`, zh: `议题${n}` } })
  for (let n = 0; n < partners; n++)
    yield line('partner-profiles', `partner-${n}`, {
      _status: published,
      name: { en: `Partner ${n}`, zh: `伙伴${n}` },
      kind: ['member'],
    })
  for (let n = 0; n < programs; n++)
    yield line('programs', `program-${n}`, {
      _status: published,
      title: { en: `Program ${n}`, zh: `项目${n}` },
      kind: 'program',
      partners: [{ partner: { key: `partner-${n % partners}` }, role: 'funder' }],
      ...(n > 0 && n % 3 === 0 ? { parent: { key: `program-${n - 1}` } } : {}),
    })
  for (let n = 0; n < briefs; n++) {
    const date = new Date(Date.UTC(2000 + (n % 25), n % 12, 1 + (n % 28))).toISOString()
    yield line('news-briefs', `brief-${n}`, {
      _status: { en: 'published', zh: n % 10 === 9 ? 'draft' : 'published' },
      title: { en: `Meeting number ${n} in ${pick(places, n).en}`, zh: `第${n}次会议` },
      summary: { en: 'What happened, in one sentence.', zh: '一句话介绍。' },
      body: { en: english.repeat(6), zh: chinese.repeat(6) },
      kind: pick(kinds, n),
      newsDate: date,
      city: pick(places, n),
      participations: [0, 3].map((step) => ({
        partner: { key: `partner-${(n + step) % partners}` },
        role: pick(roles, n + step),
      })),
      programs: [{ key: `program-${n % programs}` }],
      topics: [{ key: `topic-${n % topics}` }],
    })
  }
}

/** Writes such a file. */
export const makeContent = async ({
  briefs,
  file,
}: {
  briefs: number
  file: string
}): Promise<number> => {
  const output = createWriteStream(file)
  let lines = 0
  for (const line of contentLines({ briefs })) {
    lines += 1
    if (!output.write(`${line}\n`)) await once(output, 'drain')
  }
  output.end()
  await once(output, 'finish')
  return lines
}

const [, script, file = 'content.jsonl', briefs = '1000'] = process.argv
if (script && import.meta.url === pathToFileURL(script).href)
  console.log(`${await makeContent({ briefs: Number(briefs), file })} lines in ${file}`)
