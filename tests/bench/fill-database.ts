import { getPayload } from 'payload'

import config from '../../payload.config.ts'
import { editorSignIn } from './editor.ts'
import { multiplyBriefs } from './multiply-briefs.ts'

/**
 * Fills the database of `DATABASE_URL`: briefs in two languages with a program, partners and topics. The first are written
 * as an editor would, the others are copies of them.
 */
const documents = Number(process.env.BENCH_DOCUMENTS ?? 1000)
const briefs = Math.min(40, documents)
const payload = await getPayload({ config })

const text = (words: string) => ({
  root: {
    type: 'root',
    version: 1,
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
    children: Array.from({ length: 4 }, () => ({
      type: 'paragraph',
      version: 1,
      children: [{ type: 'text', version: 1, text: words.repeat(8) }],
    })),
  },
})

const many = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)))

await payload.create({
  collection: 'users',
  data: { ...editorSignIn, name: 'Bench', roles: ['admin'] },
})

const topics = await many(5, (index) =>
  payload.create({ collection: 'topics', locale: 'en', data: { title: `Topic ${index}` } }),
)
const inBoth = async <T extends { id: string }>(
  created: Promise<T>,
  translate: (id: string) => Promise<unknown>,
): Promise<T> => {
  const document = await created
  await translate(document.id)
  return document
}
const partners = await many(10, (index) =>
  inBoth(
    payload.create({
      collection: 'partner-profiles',
      locale: 'en',
      data: { _status: 'published', name: `Partner ${index}` },
    }),
    (id) =>
      payload.update({
        collection: 'partner-profiles',
        id,
        locale: 'zh',
        data: { _status: 'published', name: `伙伴${index}` },
      }),
  ),
)
const programs = await many(5, (index) =>
  inBoth(
    payload.create({
      collection: 'programs',
      locale: 'en',
      data: { _status: 'published', kind: 'program', title: `Program ${index}` },
    }),
    (id) =>
      payload.update({
        collection: 'programs',
        id,
        locale: 'zh',
        data: { _status: 'published', title: `项目${index}` },
      }),
  ),
)

for (let index = 0; index < briefs; index++) {
  const { id } = await payload.create({
    collection: 'news-briefs',
    locale: 'en',
    data: {
      _status: 'published',
      title: `Brief number ${index}`,
      summary: 'What happened, in one sentence.',
      body: text('A visit to a village library. '),
      kind: 'visit',
      newsDate: new Date(Date.UTC(2000 + (index % 25), index % 12, 1 + (index % 28))).toISOString(),
      participations: [
        { partner: partners[index % 10]!.id, role: 'organiser' },
        { partner: partners[(index + 3) % 10]!.id, role: 'funder' },
      ],
      programs: [programs[index % 5]!.id],
      topics: [topics[index % 5]!.id],
    },
  })
  await payload.update({
    collection: 'news-briefs',
    id,
    locale: 'zh',
    data: { _status: 'published', title: `简报第${index}号`, body: text('走访一所乡村图书馆。') },
  })
}

await multiplyBriefs({ payload, times: Math.round(documents / briefs) })
await payload.destroy()
process.exit()
