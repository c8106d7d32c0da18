import type { Request } from 'express'
import type { Payload } from 'payload'

import { endpointAt } from '../../openapi/endpoint-at.ts'

/** Where a request went, in words of which there are few, whatever is asked. */
export type Route = {
  /** Of the collection or global; empty elsewhere. */
  collection: string
  /** The pattern of the address, such as `/api/:collection/:id`; `unmatched` where there is none. */
  route: string
}

/** Tells the route of requests. Known addresses are remembered, up to `most`, for it is asked of each request. */
export const routeReader = (
  payload: Payload,
  { most = 1000 }: { most?: number } = {},
): ((req: Request) => Route) => {
  const known = new Map<string, Route>()
  return (req) => {
    // Express has found a route of its own.
    const own = (req.route as { path?: unknown } | undefined)?.path
    if (typeof own === 'string') {
      return { collection: '', route: `${req.baseUrl}${own}`.toLowerCase() }
    }
    const [path = ''] = req.originalUrl.split('?', 1)
    const key = `${req.method} ${path}`
    const remembered = known.get(key)
    if (remembered) return remembered
    const route = findRoute({ method: req.method, path, payload })
    if (known.size >= most) known.clear()
    known.set(key, route)
    return route
  }
}

const findRoute = ({
  method,
  path,
  payload,
}: {
  method: string
  path: string
  payload: Payload
}): Route => {
  const { admin, api, graphQL } = payload.config.routes
  const isBelow = (place: string): boolean => path === place || path.startsWith(`${place}/`)
  const plain = (route: string): Route => ({ collection: '', route })
  if (isBelow(`${api}${graphQL}`)) return plain(`${api}${graphQL}`)
  if (isBelow(admin)) return plain(`${admin}/*`)
  if (isBelow('/_next')) return plain('/_next/*')
  if (!isBelow(api)) return plain('unmatched')
  // A browser asks first whether it may ask.
  if (method === 'OPTIONS') return plain(`${api}/*`)
  const place = endpointAt({
    method: method === 'HEAD' ? 'GET' : method,
    path: path.slice(api.length),
    payload,
  })
  if (!place) return plain('unmatched')
  const { endpoint, scope, slug = '' } = place
  const rest = endpoint.path === '/' && scope !== 'root' ? '' : endpoint.path
  return { collection: slug, route: `${api}${prefixes[scope]}${rest}` }
}

const prefixes = { collection: '/:collection', global: '/globals/:global', root: '' }
