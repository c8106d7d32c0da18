import { changeLocales } from '@qiao/locale-publishing'
import { createLocalReq } from 'payload'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withConflictRetry } from '../../../src/database/index.ts'
import { untilCurrent } from '../../support/cache-of.ts'
import { createHistory, type Seen } from '../../support/history.ts'
import { startTestApp } from '../../support/test-app.ts'
import { paragraph } from '../../support/rich-text.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let stats: Awaited<ReturnType<typeof untilCurrent>>
let program = ''
let picture = ''
const briefs: { id: string; slug: string }[] = []
const history = createHistory()

const locale = 'en' as const

beforeAll(async () => {
  server = await startTestApp()
  const { payload } = server
  const data = await sharp({
    create: { background: 'red', channels: 3, height: 8, width: 8 },
  })
    .png()
    .toBuffer()
  const file = { data, mimetype: 'image/png', name: 'red.png', size: data.length }
  const publish = { _status: 'published' as const }
  await history.write({
    name: 'picture',
    run: async () => {
      const made = await payload.create({
        collection: 'media',
        data: { alt: 'alt 0' },
        file,
        locale,
      })
      picture = made.id
    },
    seen: 'alt 0',
  })
  const made = await payload.create({
    collection: 'programs',
    data: { ...publish, cover: picture, kind: 'program', title: 'Program' },
    locale,
  })
  program = made.id
  for (const number of [0, 1, 2]) {
    const name = `brief ${number}`
    await history.write({ name: `visit ${number}`, run: () => Promise.resolve(), seen: undefined })
    await history.write({
      name,
      run: async () => {
        const brief = await payload.create({
          collection: 'news-briefs',
          data: {
            ...publish,
            body: paragraph('Text'),
            kind: 'announcement',
            newsDate: '2021-01-01',
            programs: [program],
            title: `${name} first`,
          },
          locale,
        })
        briefs.push({ id: brief.id, slug: String(brief.slug) })
      },
      seen: `${name} first`,
    })
  }
  await history.write({
    name: 'site',
    run: () => payload.updateGlobal({ data: { siteName: 'site 0' }, locale, slug: 'organization' }),
    seen: 'site 0',
  })
  await read(graphql('{ __typename }'))
  stats = await untilCurrent(server.app)
})

afterAll(async () => {
  await server.stop()
})

const graphql = (query: string) => `/api/graphql?query=${encodeURIComponent(query)}`

type Titled = { id: string; title?: string }
type Titles = { docs: Titled[] }

const read = async <Body>(path: string): Promise<Body> => {
  const { body } = await request(server.app).get(path)
  return body as Body
}

/** What a door shows of the briefs: their titles, by their ids. */
const doors: Record<string, () => Promise<Record<string, Seen>>> = {
  'a list': async () => byId(await read<Titles>(`/api/news-briefs?locale=en&depth=0`)),
  'a list in GraphQL': async () => {
    const query = '{ NewsBriefs(locale: en) { docs { id title } } }'
    const { data } = await read<{ data: { NewsBriefs: Titles } }>(graphql(query))
    return byId(data.NewsBriefs)
  },
  'a join': async () => {
    const query = `{ Program(id: "${program}", locale: en) { briefs { docs { id title } } } }`
    const { data } = await read<{ data: { Program: { briefs: Titles } } }>(graphql(query))
    return byId(data.Program.briefs)
  },
  'documents by their ids': async () => {
    const all = await Promise.all(
      briefs.map(({ id }) => read<Titled>(`/api/news-briefs/${id}?locale=en&depth=1`)),
    )
    return byId({ docs: all.filter(({ title }) => title !== undefined) })
  },
  pages: async () => {
    const all = await Promise.all(
      briefs.map(async ({ id, slug }) => {
        const url = `/api/delivery/news-briefs/${slug}?locale=en`
        const { document } = await read<{ document?: Titled }>(url)
        return { id, ...(document?.title === undefined ? {} : { title: document.title }) }
      }),
    )
    return byId({ docs: all })
  },
}

const byId = ({ docs }: Titles): Record<string, Seen> =>
  Object.fromEntries(docs.map(({ id, title }) => [id, title]))

/** Lists of what is of a kind, by what is asked for. */
const kinds: Record<string, () => Promise<Record<string, Seen>>> = {
  visits: async () =>
    byId(await read<Titles>(`/api/news-briefs?locale=en&depth=0&where[kind][equals]=visit`)),
  'visits in GraphQL': async () => {
    const query = `{ NewsBriefs(locale: en, where: { kind: { in: [visit] }, programs: { in: ["${program}"] } }) { docs { id title } } }`
    const { data } = await read<{ data: { NewsBriefs: Titles } }>(graphql(query))
    return byId(data.NewsBriefs)
  },
}

const askAll = async () => {
  for (const [door, ask] of Object.entries(doors)) {
    const askedAt = performance.now()
    const seen = await ask()
    for (const [number, { id }] of briefs.entries())
      history.check({ askedAt, door, name: `brief ${number}`, seen: seen[id] })
  }
  for (const [door, ask] of Object.entries(kinds)) {
    const askedAt = performance.now()
    const seen = await ask()
    for (const [number, { id }] of briefs.entries())
      history.check({ askedAt, door, name: `visit ${number}`, seen: seen[id] })
  }
  const askedAt = performance.now()
  const [site, shown] = await Promise.all([
    read<{ siteName: string }>(`/api/globals/organization?locale=en&depth=0`),
    read<{ cover: { alt: string } }>(`/api/programs/${program}?locale=en&depth=1`),
  ])
  history.check({ askedAt, door: 'the global', name: 'site', seen: site.siteName })
  history.check({ askedAt, door: 'a picture', name: 'picture', seen: shown.cover.alt })
}

/** Everything that is done to one brief, in an order of its own. */
const writeBrief = async (number: number, rounds: number) => {
  /** Reads as well, for what comes right after a write was acknowledged is the hardest. */
  const write: typeof history.write = async (about) => {
    const seen = kind === 'visit' ? about.seen : undefined
    const run = () => history.write(about)
    await history.write({ name: `visit ${number}`, run, seen })
    await askAll()
  }
  let kind = 'announcement'
  const { payload } = server
  const { id } = briefs[number]!
  const name = `brief ${number}`
  const target = { collection: 'news-briefs', id, locale } as const
  const change = (action: 'publish' | 'unpublish') =>
    withConflictRetry(async () =>
      changeLocales(action, {
        collection: payload.collections['news-briefs'].config,
        id,
        locales: [locale],
        overrideAccess: true,
        req: await createLocalReq({ locale }, payload),
      }),
    )
  for (let round = 0; round < rounds; round++) {
    const title = `${name} round ${round}`
    kind = (number + round) % 2 === 0 ? 'visit' : 'announcement'
    const data = { _status: 'published' as const, kind, title } as object
    await write({ name, run: () => payload.update({ ...target, data }), seen: title })
    const draft = { title: 'Never to be seen' }
    await write({
      name,
      run: () => payload.update({ ...target, data: draft, draft: true }),
      seen: title,
    })
    await write({ name, run: () => change('unpublish'), seen: undefined })
    await write({ name, run: () => payload.update({ ...target, data }), seen: title })
    const deletedAt = new Date().toISOString()
    await write({
      name,
      run: () => payload.update({ ...target, data: { deletedAt } }),
      seen: undefined,
    })
    await write({
      name,
      run: () => payload.update({ ...target, data: { deletedAt: null }, trash: true }),
      seen: title,
    })
  }
}

const writeOthers = async (rounds: number) => {
  const { payload } = server
  for (let round = 1; round <= rounds; round++) {
    const [alt, siteName] = [`alt ${round}`, `site ${round}`]
    await history.write({
      name: 'picture',
      run: () => payload.update({ collection: 'media', data: { alt }, id: picture, locale }),
      seen: alt,
    })
    await history.write({
      name: 'site',
      run: () => payload.updateGlobal({ data: { siteName }, locale, slug: 'organization' }),
      seen: siteName,
    })
  }
}

describe('many who read while others write', () => {
  it('never see anything older than what was there when they asked', async () => {
    let isWriting = true
    const before = stats()
    const reading = Array.from({ length: 2 }, async () => {
      while (isWriting) await askAll()
    })
    const writing = Promise.all([
      ...briefs.map((_, number) => writeBrief(number, 2)),
      writeOthers(6),
    ]).finally(() => {
      isWriting = false
    })
    await Promise.all([...reading, writing])
    await askAll()
    expect(history.faults.slice(0, 10)).toEqual([])
    expect(history.checked()).toBeGreaterThan(500)
    const { hits, overtaken } = stats()
    console.log(
      `read cache: ${history.checked()} answers checked, ${hits - before.hits} from memory, ${overtaken} overtaken`,
    )
    expect(hits - before.hits).toBeGreaterThan(20)
  }, 120_000)
})
