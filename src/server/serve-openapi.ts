import { Router } from 'express'
import type { Payload } from 'payload'

/** `/openapi.json` and, for people, `/docs`. Made when first asked for, so that a start does not wait for it. */
export const serveOpenapi = (payload: Payload): Router => {
  const router = Router()
  let made: Promise<{ json: string; page: string }> | undefined
  const make = async () => {
    const { buildDocument } = await import('../openapi/build-document.ts')
    const { docsPage } = await import('../openapi/docs-page.ts')
    const document = buildDocument(payload)
    return { json: JSON.stringify(document), page: docsPage(document) }
  }
  router.get('/openapi.json', async (_req, res) => {
    const { json } = await (made ??= make())
    res.type('json').send(json)
  })
  router.get('/docs', async (_req, res) => {
    const { page } = await (made ??= make())
    res.type('html').send(page)
  })
  return router
}
