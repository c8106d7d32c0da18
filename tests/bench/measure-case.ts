import autocannon from 'autocannon'

export type Measurement = {
  case: string
  'requests/s': number
  'p50 ms': number
  'p99 ms': number
  failed: number
}

/**
 * Ten connections ask the same question for some seconds. Three seconds of warming up come first: a new process is
 * still compiling what it runs often, and that is not what a case is about.
 */
export async function measureCase(options: {
  name: string
  seconds: number
  url: string
  /** A JSON body makes it a POST. */
  body?: string
}): Promise<Measurement> {
  const { name, seconds, url, body } = options
  const request: autocannon.Options = {
    url,
    connections: 10,
    ...(body === undefined
      ? {}
      : { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }),
  }
  await autocannon({ ...request, duration: 3 })
  const { errors, latency, non2xx, requests } = await autocannon({ ...request, duration: seconds })
  return {
    case: name,
    'requests/s': requests.average,
    'p50 ms': latency.p50,
    'p99 ms': latency.p99,
    failed: errors + non2xx,
  }
}
