import { lookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'

import { isFree, isPublicAddress, type Reach } from './reach.ts'

/** A name leads to a network that must not be called. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError'
  constructor(host: string) {
    super(`${host} leads to an address that is not of the public internet; it was not called.`)
  }
}

/** Asks the resolver of the system for all addresses of a name. */
export type Resolve = (
  host: string,
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

const ofSystem: Resolve = (host, done) =>
  lookup(host, { all: true }, (error, addresses) => done(error, error ? [] : addresses))

/**
 * For the connection itself, which goes to no other address than those that were looked at: a name that leads elsewhere
 * the second time it is asked for wins nothing.
 */
export const guardedLookup =
  (reach: Reach, resolve: Resolve = ofSystem): LookupFunction =>
  (host, options, done) =>
    resolve(host, (error, addresses) => {
      const [first] = addresses
      if (error || !first) {
        done(error ?? new Error(`${host} has no address.`), '', 0)
      } else if (!isFree(host, reach) && addresses.some((each) => !isPublicAddress(each.address))) {
        done(new PrivateAddressError(host), '', 0)
      } else if (options.all) {
        done(null, addresses)
      } else {
        done(null, first.address, first.family)
      }
    })

/** Whether a name leads, as far as is known now, where it must not; one that leads nowhere yet does not. */
export const leadsToPrivate = (host: string, reach: Reach): Promise<boolean> =>
  new Promise((tell) => {
    // Who saves a webhook does not wait for a resolver that is away; it is asked again at each sending.
    const timer = setTimeout(() => tell(false), 2000)
    guardedLookup(reach)(host, { all: true }, (error) => {
      clearTimeout(timer)
      tell(error instanceof PrivateAddressError)
    })
  })
