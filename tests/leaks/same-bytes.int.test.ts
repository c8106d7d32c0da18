import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { locales } from '../../src/localization.ts'
import { startTestApp } from '../support/test-app.ts'
import {
  change,
  hideSomething,
  startWorld,
  takeStep,
  type World,
  writeDocument,
} from './build-world.ts'
import { type Answer, type Client, openClient } from './client.ts'
import { graphqlQuestions, names, toGraphqlRequest } from './graphql-questions.ts'
import { isVisible } from './model.ts'
import { type DocumentPlan, plans, type Slug } from './plan.ts'
import { questions, type Request, toRequest } from './questions.ts'
import { leakSeed } from './seed.ts'

const seed = leakSeed()

let app: Awaited<ReturnType<typeof startTestApp>>
let client: Client
let requests: Request[]
let world: World

const planned = fc.sample(plans, { numRuns: 1, seed })[0]!

const visible = planned.filter((plan) => isVisible(plan, 'all'))

const hidden = planned.filter((plan) => !isVisible(plan, 'all'))

/** Of what is public, a document refers to what is public, so that each state of the world can be written alone. */
const publicPart = (plan: DocumentPlan): DocumentPlan => ({
  ...plan,
  links: plan.links.filter((number) => visible.includes(planned[number]!)),
  steps: plan.steps.filter(({ kind }) => kind === 'published'),
})

const takeSteps = async (plan: DocumentPlan, kinds: string[]): Promise<void> => {
  for (const step of plan.steps.filter(({ kind }) => kinds.includes(kind)))
    await takeStep({ payload: app.payload, plan: publicPart(plan), step, world })
}

const askAll = async (): Promise<string[]> => {
  const answers: string[] = []
  for (const request of requests) answers.push(bytesOf(await client.ask(request)))
  return answers
}

/** All of an answer but what each answer has of its own: its moment, its number, and the ids of rows that have none. */
const bytesOf = ({ headers, status, text }: Answer): string => {
  // The tag and the length are of the bytes, which are compared themselves, and compressed as soon as there is time.
  const ofItsOwn =
    /^(?:age|cache-control|content-encoding|content-length|date|etag|last-modified|x-request-id)$/
  const head = Object.fromEntries(Object.entries(headers).filter(([name]) => !ofItsOwn.test(name)))
  const body = text
    .replace(/"requestId":"[^"]*"/g, '"requestId":""')
    .replace(/"id":"([0-9a-f]{24})"/g, (all, id: string) =>
      world.ids.includes(id) ? all : '"id":""',
    )
  if (!isGraphql(body)) return `${status} ${JSON.stringify(head)}\n${body}`
  return `${status} ${JSON.stringify(head)}\n${withoutEmpty(body)}`
}

/**
 * Which error comes first, and whether a field that failed stands there as null, is a matter of time. And MongoDB holds the
 * fields of a document in another order once it was written anew.
 */
const isGraphql = (body: string): boolean => /^\{"(data|errors)":/.test(body)

const inOrder = (body: string): string => {
  const { errors, ...rest } = JSON.parse(body) as { errors?: unknown[] }
  const failures = errors?.map((each) => JSON.stringify(each)).toSorted()
  return JSON.stringify(sorted({ ...rest, errors: failures }))
}

const withoutEmpty = (body: string): string =>
  inOrder(body)
    .replace(/"\w+":null,?/g, '')
    .replace(/,\}/g, '}')
    .replace(/"\w+":\{\},?/g, '')
    .replace(/,\}/g, '}')

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, part]) => [name, sorted(part)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const expectSame = ({ after, before }: { after: string[]; before: string[] }): void => {
  requests.forEach((request, index) => {
    const [old = '', now = ''] = [before[index], after[index]]
    const at = old.split('').findIndex((character, place) => character !== now[place])
    const from = Math.max(0, at - 300)
    const asked = `${decodeURIComponent(request.path)} ${request.body ?? ''}`
    expect(`${asked} ${now.slice(from, at + 300)}`).toBe(`${asked} ${old.slice(from, at + 300)}`)
    expect(now === old, asked).toBe(true)
  })
}

/** The answers to all questions, in four states of the world that differ in nothing public but times. */
const answers: Record<'drafted' | 'public' | 'reverted' | 'withdrawn', string[]> = {
  drafted: [],
  public: [],
  reverted: [],
  withdrawn: [],
}

beforeAll(async () => {
  app = await startTestApp()
  const { payload } = app
  payload.logger.level = 'silent'
  world = await startWorld(payload, planned)
  for (const plan of visible) await writeDocument({ payload, plan: publicPart(plan), world })
  client = await openClient(app.app)
  requests = [
    ...fc.sample(questions(world), { numRuns: 160, seed }).map(toRequest),
    ...fc.sample(graphqlQuestions(world), { numRuns: 60, seed }).map(toGraphqlRequest),
  ]
  answers.public = await askAll()
  for (const plan of visible) await takeSteps(plan, ['withdrawn', 'withdraw'])
  answers.withdrawn = await askAll()
  for (const plan of visible) await takeSteps(plan, ['changed', 'draft'])
  for (const plan of hidden) await writeDocument({ payload, plan, world })
  for (const plan of planned) await hideSomething({ payload, plan, world })
  answers.drafted = await askAll()
  for (const plan of visible) {
    for (const locale of locales.filter((each) => plan.states[each] === 'changed'))
      await change('revert', { locale, payload, plan, world })
  }
  answers.reverted = await askAll()
}, 300_000)

afterAll(async () => {
  await client.close()
  await app.stop()
})

describe(`what a reader is answered (QIAO_LEAK_SEED=${seed})`, () => {
  it('does not tell of texts that were withdrawn, but for the time of the withdrawal', () => {
    const timeless = (given: string[]) =>
      given
        // Published anew, a document is another one for whoever sorts by the time.
        .map((each, index) => {
          const { body = '', path } = requests[index]!
          return /sort\W{1,3}updatedAt/.test(`${path}${body}`) ? '' : each
        })
        .map((each) => {
          const body = each.slice(each.indexOf('\n') + 1)
          const text = body.replace(/"updatedAt":"[^"]*"/g, '"updatedAt":""')
          // Written anew, a document has its empty fields, and in another order, where MongoDB had none.
          return `${each.slice(0, 3)} ${text.startsWith('{') ? withoutEmpty(text) : text}`
        })
    expectSame({ after: timeless(answers.withdrawn), before: timeless(answers.public) })
  })

  it('is the same, byte for byte, when drafts and unpublished documents are added', () => {
    expectSame({ after: answers.drafted, before: answers.withdrawn })
  })

  it('is the same when drafts are given up', () => {
    expectSame({ after: answers.reverted, before: answers.drafted })
  })

  it.each(hidden.map(({ number }) => number))(
    'is the same for the hidden document %s as for one that does not exist',
    async (number) => {
      const { collection } = planned[number]!
      const id = world.ids[number]!
      const nobody = id.replace(/[0-9a-f]{8}/, 'ffffffff')
      const ask = async (request: Request, asked: string) =>
        bytesOf(await client.ask(request)).replaceAll(asked, 'this')
      for (const door of doorsOf(collection))
        expect(await ask(door(id), id), door(id).path).toBe(await ask(door(nobody), nobody))
    },
  )
})

/** Every address that takes the id of a document. */
const doorsOf = (slug: Slug): ((id: string) => Request)[] => {
  const post = (path: string, body = '{}'): Request => ({
    body,
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
    path,
  })
  return [
    (id) => ({ path: `/api/${slug}/${id}` }),
    (id) => ({ path: `/api/${slug}/${id}?locale=zh&draft=true&trash=true` }),
    (id) => ({ path: `/api/${slug}/${id}?locale=all` }),
    (id) => ({ path: `/api/${slug}/${id}/locales` }),
    (id) => ({ path: `/api/${slug}/versions/${id}` }),
    (id) => ({ path: `/api/${slug}/versions?where[parent][equals]=${id}` }),
    (id) => ({ path: `/api/${slug}?where[id][equals]=${id}&locale=zh` }),
    (id) => ({ method: 'DELETE', path: `/api/${slug}/${id}` }),
    (id) => ({ ...post(`/api/${slug}/${id}`, '{"summary":"mine"}'), method: 'PATCH' }),
    (id) => ({ method: 'HEAD', path: `/api/${slug}/${id}` }),
    (id) => post(`/api/${slug}/access/${id}`),
    (id) => post(`/api/${slug}/access/${id}?locale=zh`),
    (id) => post(`/api/${slug}/${id}/duplicate`),
    (id) => post(`/api/${slug}/${id}/publish`, '{"locales":["zh"]}'),
    (id) => post(`/api/${slug}/${id}/unpublish`, '{"locales":["zh"]}'),
    (id) => post('/api/graphql', graphql(`${names[slug].one}(id: "${id}", draft: true) { id }`)),
    (id) =>
      post(
        '/api/graphql',
        graphql(`docAccess${names[slug].one}(id: "${id}") { read { permission } }`),
      ),
    (id) => post('/api/graphql', graphql(`version${names[slug].one}(id: "${id}") { id }`)),
  ]
}

const graphql = (field: string): string => JSON.stringify({ query: `{ ${field} }` })
