import ipaddr from 'ipaddr.js'

/** Where calls may go: the public internet only, private networks as well, or to these private hosts as well. */
export type Reach = 'any' | 'public' | readonly string[]

/** Why a webhook must not have an address. */
export type UrlProblem = 'credentials' | 'https' | 'malformed' | 'port' | 'private'

/** What is wrong with a URL, as far as the URL itself tells; where its name leads to is asked when it is called. */
export const problemOfUrl = (text: string, reach: Reach): UrlProblem | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || text.length > longestUrl) return 'malformed'
  if (url.username || url.password) return 'credentials'
  const host = hostOf(url)
  if (isFree(host, reach)) return undefined
  if (url.protocol === 'http:') return 'https'
  if (url.port !== '' && Number(url.port) < 1024) return 'port'
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? undefined : 'private'
  return /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/.test(host) ? 'private' : undefined
}

/** The host of a URL, without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** Whether a host may be called wherever it leads to. */
export const isFree = (host: string, reach: Reach): boolean =>
  reach === 'any' || (reach !== 'public' && reach.includes(host))

/**
 * Whether an address is one of the public internet. IPv6 has much besides: of it only global unicast counts, without
 * the parts that stand for IPv4 addresses (NAT64, 6to4, Teredo), which may be private ones.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast)
}

const longestUrl = 2000
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]
