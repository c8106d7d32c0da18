import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import { saveDraft, signIn } from '../support/admin-ui.ts'
import { openAdmin, openBrowser, takeScreenshot } from '../support/browser.ts'
import { paragraph } from '../support/rich-text.ts'

let server: AdminServer
let browser: Browser
let brief: string

beforeAll(async () => {
  server = await startAdminServer()
  browser = await openBrowser()
  const { doc } = await server.post<{ doc: { id: string } }>('/api/news-briefs?locale=en', {
    _status: 'published',
    body: paragraph('Forty children borrow a book every week.'),
    kind: 'event',
    newsDate: '2024-03-08',
    title: 'A visit to the village library',
  })
  brief = doc.id
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const openAs = async (who: 'editor' | 'translator'): Promise<Page> => {
  const { page } = await openAdmin({ browser, language: 'zh-CN', url: server.url })
  await signIn(page, server[who])
  return page
}

const choose = async (page: Page, item: string, picture: string) => {
  await page.locator('.doc-controls .locale-states .popup-button', { hasText: 'ZH' }).click()
  await page.getByRole('button', { exact: true, name: item }).waitFor()
  await takeScreenshot(page, picture)
  await page.getByRole('button', { exact: true, name: item }).click()
}

const isDone = (page: Page, text: string) =>
  page.locator('.payload-toast-container .toast-success', { hasText: text }).waitFor()

const readersFind = async (): Promise<number> => {
  const answer = await fetch(`${server.url}/api/news-briefs?locale=zh`)
  return ((await answer.json()) as { totalDocs: number }).totalDocs
}

it('a translator writes the other language, cannot publish it, and submits it for review', async () => {
  const page = await openAs('translator')
  await page.goto(`/admin/collections/news-briefs/${brief}?locale=zh`)
  await page.locator('[data-form-ready="true"]').first().waitFor()
  await takeScreenshot(page, 'review-translator-form')
  await page.fill('#field-title', '走访乡村图书馆')
  await page.locator('[data-field-path="body"] [data-lexical-editor="true"]').first().click()
  await page.keyboard.type('四十个孩子每周借一本书。')
  await saveDraft(page)
  expect(await page.locator('#action-save').count()).toBe(0)
  await takeScreenshot(page, 'review-translator-saved')
  await page.click('#action-submit')
  await isDone(page, '已提交审核')
  await page.locator('.doc-controls .locale-state__visible', { hasText: '待审核' }).waitFor()
  await takeScreenshot(page, 'review-submitted')
  await choose(page, '撤回中文的审核申请', 'review-translator-menu')
  await isDone(page, '已撤回审核申请')
  await page.locator('#action-submit:enabled').click()
  await page.locator('#action-submit', { hasText: '待审核' }).waitFor()
  expect(await readersFind()).toBe(0)
  await page.context().close()
})

it('an editor finds it in the list of what waits, and publishing takes it off', async () => {
  const page = await openAs('editor')
  await page.goto('/admin/collections/review-requests')
  const link = page.locator('.cell-title a', { hasText: '走访乡村图书馆' })
  await link.waitFor()
  await takeScreenshot(page, 'review-list')
  await link.click()
  await page.locator('#field-title').waitFor()
  expect(await page.inputValue('#field-title')).toBe('走访乡村图书馆')
  await page.locator('.doc-controls .locale-state__visible', { hasText: '待审核' }).waitFor()
  await choose(page, '发布中文', 'review-editor-menu')
  await isDone(page, '已发布')
  await expect.poll(readersFind).toBe(1)
  await page.goto('/admin/collections/review-requests')
  await page.locator('.collection-list__no-results, .no-results').first().waitFor()
  await takeScreenshot(page, 'review-list-empty')
})
