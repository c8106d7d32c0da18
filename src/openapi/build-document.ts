import type { Endpoint, Payload } from 'payload'

import { componentSchemas } from './component-schemas.ts'
import { docsOfCollection, docsOfGlobal, docsOfRoot } from './docs-of-payload.ts'
import { docsOfDelivery } from './docs-of-delivery.ts'
import { docsOfPlugins } from './docs-of-plugins.ts'
import type { Place } from './endpoint-at.ts'
import type { EndpointDoc } from './endpoint-doc.ts'
import { englishText } from './english-text.ts'
import { examplesOf } from './examples.ts'
import { isPublicPart } from './is-public-part.ts'
import { operationOf } from './operation.ts'
import type { Schema } from './schema.ts'

export type OpenapiDocument = {
  components: Schema & { schemas: Record<string, Schema> }
  info: { description: string; title: string; version: string }
  openapi: '3.1.0'
  paths: Record<string, Record<string, Schema>>
  servers: { url: string }[]
  tags: { description?: string; name: string }[]
}

/** The OpenAPI document of a running config: every endpoint that is there for others. */
export const buildDocument = (payload: Payload): OpenapiDocument => {
  const { config } = payload
  const locales = config.localization ? config.localization.localeCodes : []
  const paths: OpenapiDocument['paths'] = {}
  const tags: OpenapiDocument['tags'] = []
  for (const { doc, path, place, tag } of documentedEndpoints(payload)) {
    if (!tags.some(({ name }) => name === tag)) tags.push({ name: tag })
    for (const each of pathsOf(path)) {
      const operations = (paths[each] ??= {})
      // Where two endpoints have one address, Payload answers with the first.
      operations[place.endpoint.method] ??= operationOf({ doc, locales, path: each, place, tag })
    }
  }
  return {
    components: {
      schemas: componentSchemas(config, locales),
      securitySchemes: {
        cookie: { in: 'cookie', name: `${config.cookiePrefix}-token`, type: 'apiKey' },
        key: { description: 'An API key, `qiao_…`. It reads.', scheme: 'bearer', type: 'http' },
        token: {
          description: '`JWT <token>`, with the token that signing in answers.',
          in: 'header',
          name: 'Authorization',
          type: 'apiKey',
        },
      },
    },
    info: { description: about, title: 'Qiao 桥', version: '1' },
    openapi: '3.1.0',
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    servers: [{ url: config.serverURL }],
    tags,
  }
}

const about =
  'Bilingual content of NGOs, published language by language. Readers see what is published in the language they ask for; without `locale` that is English. GraphQL is at `/api/graphql`.'

type Documented = { doc: EndpointDoc; path: string; place: Place; tag: string }

/** Every endpoint that is there for others, with what is told of it. */
const documentedEndpoints = (payload: Payload): Documented[] =>
  servedEndpoints(payload).flatMap((served) => {
    const doc = docOf(served, payload)
    return doc ? [{ ...served, doc }] : []
  })

export type Served = { path: string; place: Place; tag: string }

/** Every endpoint that is there for others, documented or not. */
export const servedEndpoints = ({ collections, config, globals }: Payload): Served[] => {
  const { api } = config.routes
  const placed = (
    endpoints: Endpoint[] | false,
    rest: { base: string; scope: Place['scope']; slug?: string; tag: string },
  ): Served[] =>
    (endpoints === false ? [] : endpoints).map((endpoint) => {
      const { base, tag, ...where } = rest
      const path = `${base}${endpoint.path === '/' ? '' : endpoint.path}`
      return { path, place: { ...where, endpoint }, tag }
    })
  return [
    ...Object.values(collections)
      .map((each) => each.config)
      .filter(isPublicPart)
      .flatMap((each) => {
        const { labels, slug } = each
        const base = `${api}/${slug}`
        const tag = englishText(labels.plural) || slug
        const isHeld = (served: Served): boolean => {
          const { path } = served.place.endpoint
          if (path.startsWith('/versions')) return Boolean(each.versions)
          if (path.startsWith('/verify')) return Boolean(each.auth.verify)
          const isOfPeople = ofPeople.test(path)
          return !isOfPeople || !each.auth.disableLocalStrategy
        }
        return placed(each.endpoints, { base, scope: 'collection', slug, tag }).filter(isHeld)
      }),
    ...globals.config.flatMap(({ endpoints, label, slug, versions }) =>
      placed(endpoints, {
        base: `${api}/globals/${slug}`,
        scope: 'global',
        slug,
        tag: englishText(label) || slug,
      }).filter(({ place }) => Boolean(versions) || !place.endpoint.path.startsWith('/versions')),
    ),
    ...placed(config.endpoints, { base: api, scope: 'root', tag: 'All of it' }),
  ]
}

/** These need passwords. */
const ofPeople =
  /^\/(first-register|forgot-password|init|login|logout|me|refresh-token|reset-password|unlock)$/

/** What is told of an endpoint; nothing when nobody has written it down. */
export const docOf = ({ place, tag }: Served, payload: Payload): EndpointDoc | undefined => {
  const { endpoint, scope, slug = '' } = place
  const key = `${endpoint.method} ${endpoint.path}`
  const tables = {
    collection: docsOfCollection(slug, tag),
    global: docsOfGlobal(slug, tag),
    root: docsOfRoot,
  }
  const own = endpoint.custom?.openapi as EndpointDoc | undefined
  const doc = own ?? docsOfDelivery[key] ?? docsOfPlugins[key] ?? tables[scope][key]
  const example = examplesOf({ key, payload, slug })
  return doc && { ...(example === undefined ? {} : { example }), ...doc }
}

/** `/a/:id?` is both `/a` and `/a/{id}`. */
const pathsOf = (path: string): string[] => {
  const filled = path.replace(/:(\w+)\??/g, '{$1}')
  return path.endsWith('?') ? [path.replace(/\/:\w+\?$/, ''), filled] : [filled]
}
