import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import { fillDate, openNew, richText, signIn } from '../support/admin-ui.ts'
import { openAdmin, openBrowser, takeScreenshot } from '../support/browser.ts'
import { startWebsite } from '../support/website.ts'

let server: AdminServer
let website: Awaited<ReturnType<typeof startWebsite>>
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startAdminServer()
  website = await startWebsite(server.url)
  browser = await openBrowser()
  const admin = await openAdmin({ browser, language: 'zh-CN', url: server.url })
  page = admin.page
  await admin.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.emulateMedia({ colorScheme: 'dark' })
  await signIn(page, server.admin)
})

afterAll(async () => {
  await browser?.close()
  await website?.stop()
  await server?.stop()
})

it('an administrator says where the pages of the website are', async () => {
  await page.goto('/admin/globals/organization?locale=zh')
  await page.fill('#field-siteName', '桥')
  await page.fill('#field-urlPatterns__newsBriefs', `${website.url}/zh/news/{slug}`)
  await page.click('#action-save')
  await page.locator('.toast-success').first().waitFor()
})

it('an editor hands a draft to somebody without an account', async () => {
  await openNew(page, { slug: 'news-briefs', locale: 'zh' })
  await page.fill('#field-title', '社区厨房开放日')
  await fillDate(page, { name: 'newsDate', date: '2024-03-08' })
  await richText(page, 'body').click()
  await page.keyboard.type('邻里们带来了各自的拿手菜。')
  await page.click('#action-save-draft')
  await page.waitForURL(/news-briefs\/[\w-]{20,}/)
  await page.locator('.doc-controls .locale-states .popup-button', { hasText: 'ZH' }).click()
  await takeScreenshot(page, 'preview-menu-dark')
  await page.getByRole('button', { name: '复制中文预览链接' }).click()
  await page.locator('.toast-success', { hasText: '链接已复制' }).waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(link)
  expect(await stranger.locator('h1').innerText()).toBe('社区厨房开放日')
  await stranger.goto(link.slice(0, -4))
  expect(await stranger.locator('h1').innerText()).toMatch(/preview link/)
})

it('sees the page of the website beside the form', async () => {
  await page.click('#live-preview-toggler')
  const heading = page.frameLocator('.live-preview-window iframe').locator('h1')
  await heading.waitFor()
  expect(await heading.innerText()).toBe('社区厨房开放日')
  await takeScreenshot(page, 'live-preview-dark')
})
