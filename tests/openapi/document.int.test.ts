import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'

import { docOf, servedEndpoints } from '../../src/openapi/build-document.ts'
import { startTestApp } from '../support/test-app.ts'
import { openapiValidator } from './validator.ts'

let server: Awaited<ReturnType<typeof startTestApp>>
let document: {
  components: { schemas: Record<string, unknown> }
  paths: Record<
    string,
    Record<string, { parameters?: { name: string }[]; responses: Record<string, unknown> }>
  >
}

beforeAll(async () => {
  server = await startTestApp()
  document = (await request(server.app).get('/api/openapi.json').expect(200)).body
})

afterAll(async () => {
  await server.stop()
})

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { errors, valid } = await validator.validate(structuredClone(document))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  it('has every endpoint that is served', () => {
    const undocumented = servedEndpoints(server.payload)
      .filter((served) => !docOf(served, server.payload))
      .map(({ path, place }) => `${place.endpoint.method} ${path}`)
    // Say in `custom.openapi` what the endpoint does, or in src/openapi/docs-of-plugins.ts.
    expect(undocumented).toEqual([])
  })

  it.each(['/api/changes', '/api/news-briefs/archive', '/api/news-briefs/facets'])(
    'names no fallback where there is none: %s',
    async (path) => {
      const parameters = document.paths[path]?.get?.parameters ?? []
      expect(parameters.map(({ name }) => name)).not.toContain('fallback')
      await request(server.app).get(`${path}?locale=en&fallback=zh&by=kind`).expect(400)
      expect(document.paths['/api/news-briefs']?.get?.parameters).toContainEqual(
        expect.objectContaining({ name: 'fallback' }),
      )
    },
  )

  it('leaves out what the system keeps for itself, and nothing else', () => {
    const all = server.payload.config.collections.map(({ slug }) => slug)
    const told = new Set(Object.keys(document.paths).map((path) => path.split('/')[2]))
    expect(all.filter((slug) => !told.has(slug) && !slug.startsWith('payload-')).sort()).toEqual([
      'audit-trail-head',
      'audit-trail-inbox',
      'public-documents',
      'public-documents-progress',
      'shown-uploads',
      'slug-claims',
    ])
  })

  it('has examples that fit their schemas, from the demo content', () => {
    const { faultsOf } = openapiValidator(document)
    let checked = 0
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        for (const [status, response] of Object.entries(responses)) {
          const json = (
            response as { content?: Record<string, { example?: unknown; schema?: object }> }
          ).content?.['application/json']
          if (json?.example === undefined) continue
          checked += 1
          const faults = faultsOf(json.schema!, json.example)
          expect(faults, `${method} ${path} ${status}`).toEqual([])
        }
      }
    }
    expect(checked).toBeGreaterThan(100)
    expect(JSON.stringify(document.paths['/api/programs'])).toContain('Visionary')
  })
})

describe('the page for people', () => {
  it('shows each endpoint with an address of its own and an example, and runs nothing', async () => {
    const { headers, text } = await request(server.app).get('/api/docs').expect(200)
    expect(headers['content-type']).toContain('text/html')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(text).not.toMatch(/<script|src=|href="https?:|@import|url\(/)
    expect(text).toContain('id="getApiNewsBriefs"')
    for (const path of Object.keys(document.paths)) expect(text).toContain(`<code>${path}</code>`)
  })
})
