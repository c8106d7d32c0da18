import { createServer, type Server } from 'node:http'

import type { DeliveryDocument } from '@qiao/delivery'
import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { openBrowser, takeScreenshot } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { pageOfDelivery } from '../support/page-of-delivery.ts'
import { startDemoApp } from '../support/demo-app.ts'

let app: Awaited<ReturnType<typeof startDemoApp>>
let server: Server
let browser: Browser
let page: Page
let api: string

beforeAll(async () => {
  const port = await freePort()
  api = `http://127.0.0.1:${port}`
  // Pictures are shown from the address the outside uses.
  process.env.PUBLIC_URL = api
  app = await startDemoApp()
  server = createServer(app.app)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  browser = await openBrowser()
  page = await browser.newPage()
})

afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
  await app?.stop()
})

const english = [
  'news-briefs/study-tour-seoul-2019',
  'programs/visionary-education-program',
  'awards/certificate-of-honour-wenchuan-2008',
]

const read = async (path: string): Promise<DeliveryDocument> =>
  (await (await fetch(`${api}/api/delivery/${path}`)).json()) as DeliveryDocument

it.each(english)('%s is a whole page in both languages, of one answer each', async (path) => {
  const first = await read(`${path}?locale=en`)
  const slug = first.alternates['zh-Hans']!.replace(/^.*\//, '')
  const second = await read(`${first.collection}/${slug}?locale=zh`)
  for (const answer of [first, second]) {
    await page.setContent(pageOfDelivery(answer), { waitUntil: 'load' })
    const language = answer.locale === 'zh' ? 'zh-Hans' : 'en'
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    expect(await page.title()).toBe(answer.title)
    expect(await page.locator('h1').innerText()).toBe(answer.document.title)
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(80)
    expect(await page.locator('nav a').allInnerTexts()).toHaveLength(answer.breadcrumbs.length)
    expect(await page.locator('link[hreflang]').count()).toBe(3)
    const image = page.locator('main > img').first()
    expect(await image.getAttribute('alt')).toBe(answer.image!.alt)
    const width = await image.evaluate((node) => (node as HTMLImageElement).naturalWidth)
    expect(width).toBe(answer.image!.width)
    const script = await page.locator('script[type="application/ld+json"]').textContent()
    expect(JSON.parse(script!)).toEqual(answer.jsonLd)
    await takeScreenshot(page, `delivery-${answer.collection}-${answer.locale}`)
  }
})
