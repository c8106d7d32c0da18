import { createHash } from 'node:crypto'

import {
  ApolloClient,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
} from '@apollo/client/core'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { cacheExchange, Client as UrqlClient, fetchExchange } from '@urql/core'
import { ClientError, GraphQLClient } from 'graphql-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startListeningApp } from '../support/listening-app.ts'

let server: Awaited<ReturnType<typeof startListeningApp>>
let id = ''

beforeAll(async () => {
  server = await startListeningApp()
  const { payload } = server
  const topic = await payload.create({
    collection: 'topics',
    data: { title: 'Education' },
    locale: 'en',
  })
  id = topic.id
  await payload.update({ collection: 'topics', data: { title: '教育' }, id, locale: 'zh' })
})

afterAll(async () => {
  await server.stop()
})

const list =
  'query List($locale: LocaleInputType) { Topics(locale: $locale) { docs { id title } } }'
const single = 'query One($id: String!) { Topic(id: $id, locale: zh) { id title } }'
const both = `query Both($id: String!) {
  en: Topic(id: $id, locale: en) { id title }
  zh: Topic(id: $id, locale: zh) { id title }
}`
const wrong = '{ Topics { docs { nothing } } }'
const missing = '{ Topic(id: "nowhere") { title } }'

/** A client, by what it does with a document: answers with its data, or with the codes of its errors. */
type Client = {
  ask: (document: string, variables?: Record<string, unknown>) => Promise<unknown>
  codes: (document: string) => Promise<unknown[]>
}

const codesOf = (errors: readonly { extensions?: object }[]): unknown[] =>
  errors.map(({ extensions = {} }) => {
    const { code, requestId } = extensions as Record<string, unknown>
    return requestId && code
  })

/**
 * The two languages of a document have one id, so a cache that keeps objects by their ids would give one language for
 * the other.
 */
const cacheOfApollo = () => new InMemoryCache({ dataIdFromObject: () => undefined })

const apollo = (options: ConstructorParameters<typeof HttpLink>[0] = {}): Client => {
  const client = new ApolloClient({
    cache: cacheOfApollo(),
    link: new HttpLink({ uri: `${server.url}/api/graphql`, ...options }),
  })
  return apolloClient(client)
}

const apolloClient = (client: ApolloClient): Client => ({
  ask: async (document, variables) =>
    (await client.query({ query: gql(document), variables: variables ?? {} })).data,
  codes: async (document) => {
    const error: unknown = await client
      .query({ fetchPolicy: 'no-cache', query: gql(document) })
      .catch((reason: unknown) => reason)
    return CombinedGraphQLErrors.is(error) ? codesOf(error.errors) : [error]
  },
})

const urql = (preferGetMethod: boolean): Client => {
  const client = new UrqlClient({
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod,
    url: `${server.url}/api/graphql`,
  })
  return {
    ask: async (document, variables) => (await client.query(document, variables ?? {})).data,
    codes: async (document) => {
      const { error } = await client.query(document, {})
      return codesOf(error?.graphQLErrors ?? [])
    },
  }
}

const graphqlRequest = (method: 'GET' | 'POST'): Client => {
  const client = new GraphQLClient(`${server.url}/api/graphql`, { method })
  return {
    ask: (document, variables) => client.request(document, variables),
    codes: async (document) => {
      const error: unknown = await client.request(document).catch((reason: unknown) => reason)
      return error instanceof ClientError ? codesOf(error.response.errors ?? []) : [error]
    },
  }
}

const clients: [name: string, make: () => Client][] = [
  ['Apollo Client', () => apollo()],
  ['Apollo Client over GET', () => apollo({ useGETForQueries: true })],
  ['urql', () => urql(false)],
  ['urql over GET', () => urql(true)],
  ['graphql-request', () => graphqlRequest('POST')],
  ['graphql-request over GET', () => graphqlRequest('GET')],
]

describe.each(clients)('%s', (_, make) => {
  it('reads a list in the language that it asks for', async () => {
    const client = make()
    expect(await client.ask(list, { locale: 'zh' })).toMatchObject({
      Topics: { docs: [{ id, title: '教育' }] },
    })
    expect(await client.ask(list, { locale: 'en' })).toMatchObject({
      Topics: { docs: [{ title: 'Education' }] },
    })
  })

  it('reads one document, and both of its languages at once', async () => {
    const client = make()
    expect(await client.ask(single, { id })).toMatchObject({ Topic: { id, title: '教育' } })
    const { en, zh } = (await client.ask(both, { id })) as Record<string, { title: string }>
    expect([en?.title, zh?.title]).toEqual(['Education', '教育'])
  })

  it('sees errors as errors, with their words', async () => {
    const client = make()
    expect(await client.codes(wrong)).toEqual(['validation-failed'])
    expect(await client.codes(missing)).toEqual(['not-found'])
    expect(await client.codes(`{ ${'Topics { totalDocs } '.repeat(50)} }`)).toEqual([
      'too-many-root-fields',
    ])
  })
})

describe('Apollo Client with persisted queries', () => {
  it('sends a hash over GET, the document once, and from then on the hash alone', async () => {
    const requests: { method: string; query: boolean; status: number }[] = []
    const recording: typeof fetch = async (address, options) => {
      const answer = await fetch(address, options)
      const place = address instanceof Request ? address.url : address.toString()
      const asked = `${place} ${typeof options?.body === 'string' ? options.body : ''}`
      requests.push({
        method: options?.method ?? 'GET',
        query: /[?&]query=|"query":/.test(asked),
        status: answer.status,
      })
      return answer
    }
    const make = () => {
      const persisted = new PersistedQueryLink({
        sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
        useGETForHashedQueries: true,
      })
      const http = new HttpLink({ fetch: recording, uri: `${server.url}/api/graphql` })
      return apolloClient(
        new ApolloClient({ cache: cacheOfApollo(), link: persisted.concat(http) }),
      )
    }
    const expected = { Topic: { id, title: '教育' } }
    expect(await make().ask(single, { id })).toMatchObject(expected)
    expect(await make().ask(single, { id })).toMatchObject(expected)
    expect(requests).toEqual([
      { method: 'GET', query: false, status: 404 },
      { method: 'POST', query: true, status: 200 },
      { method: 'GET', query: false, status: 200 },
    ])
  })
})
