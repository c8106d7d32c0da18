import type { LookupAddress } from 'node:dns'

import { describe, expect, it } from 'vitest'

import {
  guardedLookup,
  type Resolve,
} from '../../../src/plugins/webhooks/src/sending/guarded-lookup.ts'
import { postMessage } from '../../../src/plugins/webhooks/src/sending/post-message.ts'
import { isPublicAddress, problemOfUrl } from '../../../src/plugins/webhooks/src/sending/reach.ts'
import { startReceiver } from '../../support/webhook-receiver.ts'

const privateAddresses = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1', // carrier-grade NAT
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254', // metadata of clouds
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1', // documentation
  '192.88.99.1', // 6to4 relay
  '192.168.1.1',
  '198.18.0.1', // benchmarks
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1', // multicast
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1', // IPv4-compatible
  '::ffff:10.0.0.1', // IPv4-mapped
  '::ffff:7f00:1',
  '::ffff:0:127.0.0.1', // IPv4-translated
  '64:ff9b::7f00:1', // NAT64 of 127.0.0.1
  '64:ff9b:1::1',
  '100::1', // discard
  '2001:0:1::1', // Teredo
  '2001:db8::1',
  '2002:7f00:1::1', // 6to4 of 127.0.0.1
  '5f00::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
]

const publicAddresses = [
  '8.8.8.8',
  '93.184.215.14',
  '172.32.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
]

describe('an address', () => {
  it.each(privateAddresses)('%s is not of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(publicAddresses)('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('the URL of a webhook', () => {
  it.each([
    ['https://www.example.org/hook', undefined],
    ['https://www.example.org:8443/hook', undefined],
    ['https://8.8.8.8/hook', undefined],
    ['', 'malformed'],
    ['www.example.org', 'malformed'],
    ['file:///etc/passwd', 'malformed'],
    ['gopher://example.org', 'malformed'],
    ['http://www.example.org/hook', 'https'],
    ['https://user:password@example.org/', 'credentials'],
    ['https://example.org:22/', 'port'],
    ['https://localhost/', 'private'],
    ['https://LOCALHOST./', 'private'],
    ['https://a.localhost/', 'private'],
    ['https://metadata.google.internal/', 'private'],
    ['https://printer.local/', 'private'],
    ['https://127.0.0.1/', 'private'],
    ['https://0x7f.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://017700000001/', 'private'],
    ['https://127.1/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
    ['https://[fd00::1]/', 'private'],
    ['https://１２７.0.0.1/', 'private'], // full-width digits
  ])('%s: %s', (url, problem) => {
    expect(problemOfUrl(url, 'public')).toBe(problem)
  })

  it('is not endless', () => {
    expect(problemOfUrl(`https://example.org/${'x'.repeat(2000)}`, 'public')).toBe('malformed')
  })

  it('may lead into a private network where that is allowed, or to the hosts that are', () => {
    expect(problemOfUrl('http://10.0.0.1:81/', 'any')).toBeUndefined()
    expect(problemOfUrl('http://hooks.internal/', ['hooks.internal'])).toBeUndefined()
    expect(problemOfUrl('http://[fd00::1]/', ['fd00::1'])).toBeUndefined()
    expect(problemOfUrl('https://other.internal/', ['hooks.internal'])).toBe('private')
    expect(problemOfUrl('https://user@hooks.internal/', 'any')).toBe('credentials')
  })
})

describe('a call', () => {
  const message = { body: '{}', headers: {}, timeoutMs: 3000 }

  /** A resolver that answers something else each time. */
  const rebinding = (...answers: string[]): Resolve => {
    let asked = 0
    return (_, done) => {
      const address = answers[Math.min(asked, answers.length - 1)]!
      asked += 1
      done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
    }
  }

  it('goes to no private address, whatever its name led to before', async () => {
    const receiver = await startReceiver()
    const { port } = new URL(receiver.url)
    const url = `https://rebind.example.org:${port}/`
    const resolve = rebinding('127.0.0.1')
    const outcome = await postMessage({ ...message, reach: 'public', resolve, url })
    expect(outcome).toMatchObject({ status: null })
    expect(outcome.error).toMatch(/rebind\.example\.org leads to an address that is not/)
    expect(receiver.received).toEqual([])
    await receiver.close()
  })

  it('asks for the address once, and connects to what it was told', async () => {
    const receiver = await startReceiver()
    const { port } = new URL(receiver.url)
    let asked = 0
    const resolve: Resolve = (_, done) => {
      asked += 1
      done(null, [{ address: '127.0.0.1', family: 4 }])
    }
    const url = `http://hooks.internal:${port}/`
    const outcome = await postMessage({ ...message, reach: ['hooks.internal'], resolve, url })
    expect(outcome).toMatchObject({ status: 204 })
    expect(asked).toBe(1)
    await receiver.close()
  })

  it('goes nowhere when one of several addresses is private', async () => {
    const addresses: LookupAddress[] = [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    const resolve: Resolve = (_, done) => done(null, addresses)
    const refusal = new Promise((tell) => {
      guardedLookup('public', resolve)('www.example.org', { all: true }, tell)
    })
    expect(await refusal).toMatchObject({ name: 'PrivateAddressError' })
  })

  it('goes to no private address that was written as such', async () => {
    const receiver = await startReceiver()
    for (const url of [receiver.url, receiver.url.replace('http:', 'https:'), 'nonsense']) {
      expect(await postMessage({ ...message, reach: 'public', url })).toMatchObject({
        status: null,
      })
    }
    expect(receiver.received).toEqual([])
    await receiver.close()
  })
})
