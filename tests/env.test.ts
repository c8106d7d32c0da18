import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readEnv, SettingsError } from '../src/env.ts'
import { graphqlLimits } from '../src/graphql-settings.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qiao-env-'))
})

afterEach(() => {
  rmSync(folder, { force: true, recursive: true })
})

const failure = (source: Record<string, string>): string => {
  try {
    readEnv(source)
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    return String(error)
  }
  throw new Error('These settings were taken.')
}

describe('the settings', () => {
  it('need nothing to be set', () => {
    expect(readEnv({})).toMatchObject({ admin: true, demo: 'auto', host: '127.0.0.1', port: 3000 })
  })

  it('put the embedded database into the data directory', () => {
    const { databaseUrl } = readEnv({ QIAO_DATA_DIR: folder })
    expect(databaseUrl).toBe(`file:${path.join(folder, 'qiao.db')}`)
  })

  it('let GraphQL tell its schema, unless that is switched off', () => {
    expect(readEnv({}).introspection).toBe(true)
    expect(readEnv({ QIAO_INTROSPECTION: 'off' }).introspection).toBe(false)
    expect(failure({ QIAO_INTROSPECTION: 'no' })).toMatch(/QIAO_INTROSPECTION must be on or off/)
  })

  it('let every page read, or the listed ones, which may use cookies then', () => {
    expect(readEnv({}).cors).toBe('*')
    const listing = readEnv({
      PUBLIC_URL: 'https://cms.example.org/',
      QIAO_CORS: 'https://www.example.org, http://localhost:5173',
    })
    expect(listing.cors).toEqual(['https://www.example.org', 'http://localhost:5173'])
    expect(listing.origins).toEqual(['https://cms.example.org'].concat(listing.cors))
  })

  it.each([
    'https://www.example.org/',
    'www.example.org',
    'https://*.org',
    '*, https://a.org',
    'null',
  ])('take “%s” for no list of origins', (QIAO_CORS) => {
    expect(failure({ QIAO_CORS })).toMatch(/QIAO_CORS must be \* or origins such as/)
  })

  it('remember answers, and let no cache on the way show one without asking, unless told to', () => {
    const cache = { bytes: 64 * 1024 * 1024, isOn: true, maxAge: 0 }
    expect(readEnv({}).cache).toEqual({ ...cache, sharedMaxAge: 0, staleWhileRevalidate: 0 })
    const source = { QIAO_CACHE: 'off', QIAO_CACHE_MB: '8', QIAO_CACHE_SHARED_MAX_AGE: '60' }
    expect(readEnv(source).cache).toMatchObject({ bytes: 8_388_608, isOn: false, sharedMaxAge: 60 })
    expect(failure({ QIAO_CACHE: 'yes', QIAO_CACHE_MB: '0' })).toMatch(
      /QIAO_CACHE must be on or off.*QIAO_CACHE_MB must be a whole number from 1 to 65536/,
    )
  })

  it('limit the requests of a minute, as asked', () => {
    expect(readEnv({}).rateLimits).toEqual({ client: 600, key: 3000, signIn: 20 })
    expect(readEnv({ QIAO_RATE_LIMIT: '0' }).rateLimits.client).toBe(0)
    expect(failure({ QIAO_RATE_LIMIT: '-1', QIAO_TRUST_PROXY: 'true' })).toMatch(
      /QIAO_RATE_LIMIT must be a whole number.*QIAO_TRUST_PROXY must be a whole number from 0 to 10/,
    )
  })

  it('show metrics to nobody, unless they are given a port or a token', () => {
    expect(readEnv({}).metrics).toEqual({ host: '127.0.0.1' })
    const token = 'abcdefghijklmnop'
    expect(readEnv({ QIAO_METRICS_PORT: '9464', QIAO_METRICS_TOKEN: token }).metrics).toEqual({
      host: '127.0.0.1',
      port: 9464,
      token,
    })
    expect(failure({ QIAO_METRICS_TOKEN: 'short' })).toContain('at least 16 characters')
    expect(failure({ QIAO_METRICS_TOKEN: 'with spaces and more' })).not.toContain('with spaces and')
    expect(failure({ QIAO_METRICS_PORT: '0' })).toContain('QIAO_METRICS_PORT must be a number')
    expect(failure({ PORT: '9464', QIAO_METRICS_PORT: '9464' })).toContain('must differ from PORT')
  })

  it('keep webhooks out of private networks, unless told otherwise', () => {
    const reach = (QIAO_WEBHOOKS_PRIVATE_NETWORK: string) =>
      readEnv({ QIAO_WEBHOOKS_PRIVATE_NETWORK }).webhookReach
    expect(readEnv({}).webhookReach).toBe('public')
    expect(reach('off')).toBe('public')
    expect(reach('on')).toBe('any')
    expect(reach('Hooks.internal, 10.0.0.5,[fd00::1]')).toEqual([
      'hooks.internal',
      '10.0.0.5',
      'fd00::1',
    ])
    for (const wrong of ['http://hooks.internal', 'hooks.internal:8080', 'a b', 'on,off']) {
      expect(failure({ QIAO_WEBHOOKS_PRIVATE_NETWORK: wrong })).toMatch(
        /QIAO_WEBHOOKS_PRIVATE_NETWORK must be off, on, or names/,
      )
    }
  })

  it('bound what GraphQL takes, each bound by a variable of its own', () => {
    expect(readEnv({}).graphql).toEqual({
      limits: {
        aliases: 60,
        body: 256,
        cost: 500_000,
        depth: 20,
        directives: 50,
        fields: 2000,
        fragments: 500,
        inputDepth: 64,
        rootFields: 30,
        timeout: 10,
        tokens: 2000,
      },
      mode: 'open',
      persistedQueries: true,
    })
    for (const [limit, { setting }] of Object.entries(graphqlLimits)) {
      expect(readEnv({ [setting]: '7' }).graphql.limits).toMatchObject({ [limit]: 7 })
      for (const wrong of ['0', '-1', '1.5', 'many', '1e9', '99999999999']) {
        expect(failure({ [setting]: wrong })).toContain(`${setting} must be a whole number`)
      }
    }
    expect(failure({ QIAO_GRAPHQL_TIMEOUT: '4000' })).toContain('at most 3600 seconds')
    expect(readEnv({ QIAO_GRAPHQL_APQ: 'off' }).graphql.persistedQueries).toBe(false)
  })

  it('name the file of documents where GraphQL runs no others', () => {
    expect(failure({ QIAO_GRAPHQL: 'closed' })).toContain('QIAO_GRAPHQL must be open or persisted')
    expect(failure({ QIAO_GRAPHQL: 'persisted' })).toContain('QIAO_GRAPHQL_DOCUMENTS must name')
    const { graphql } = readEnv({
      QIAO_GRAPHQL: 'persisted',
      QIAO_GRAPHQL_DOCUMENTS: 'documents.json',
    })
    expect(graphql).toMatchObject({ documents: path.resolve('documents.json'), mode: 'persisted' })
  })

  it('treat an empty variable as one that is not set', () => {
    expect(readEnv({ DATABASE_URL: '', PORT: '' }).port).toBe(3000)
  })

  it('name each wrong variable in one message', () => {
    const message = failure({ DATABASE_URL: 'postgres://db', PORT: '70000', QIAO_DEMO: 'maybe' })
    expect(message).toMatch(/DATABASE_URL.*mongodb:\/\//)
    expect(message).toMatch(/PORT.*65535/)
    expect(message).toMatch(/QIAO_DEMO.*auto/)
  })

  it('never repeat a value, which may be a secret', () => {
    expect(failure({ PAYLOAD_SECRET: 'hunter2' })).not.toContain('hunter2')
  })

  it('demand a secret in production with MongoDB only', () => {
    const mongodb = { DATABASE_URL: 'mongodb://db/qiao', NODE_ENV: 'production' }
    expect(failure(mongodb)).toContain('PAYLOAD_SECRET')
    expect(readEnv({ ...mongodb, PAYLOAD_SECRET: 'x'.repeat(32) }).databaseUrl).toContain('mongodb')
    expect(() => readEnv({ NODE_ENV: 'production', QIAO_DATA_DIR: folder })).not.toThrow()
  })

  it('make a secret at its first use, for the owner’s eyes only, and keep it', () => {
    const env = readEnv({ QIAO_DATA_DIR: folder })
    expect(readdirSync(folder)).toEqual([])
    const secret = env.payloadSecret
    expect(secret).toMatch(/^[\da-f]{64}$/)
    expect(readEnv({ QIAO_DATA_DIR: folder }).payloadSecret).toBe(secret)
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(path.join(folder, 'secret'), 'utf8').trim()).toBe(secret)
  })
})
