import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import { fillDate, openNew, richText, signIn } from '../support/admin-ui.ts'
import { openAdmin, openBrowser, takeScreenshot } from '../support/browser.ts'

let server: AdminServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startAdminServer()
  browser = await openBrowser()
  page = (await openAdmin({ browser, language: 'en', url: server.url })).page
  await signIn(page, server.editor)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const saveDraft = async () => {
  await page.click('#action-save-draft')
  await page.locator('.payload-toast-container .toast-success').first().waitFor()
}

const marks = () => page.locator('.doc-controls .locale-state__words').allTextContents()

const choose = async (language: 'EN' | 'ZH', item: string) => {
  await page.locator('.doc-controls .locale-states .popup-button', { hasText: language }).click()
  await takeScreenshot(page, `languages-menu-${language}`)
  await page.getByRole('button', { exact: true, name: item }).click()
}

const isDone = (text: string) =>
  page.locator('.payload-toast-container .toast-success', { hasText: text }).waitFor()

/** Payload lays it over the page while the answer is taken in. */
const isTakenIn = () => page.locator('.loading-overlay').waitFor({ state: 'detached' })

const marksBecome = (expected: string[]) =>
  expect.poll(marks, { timeout: 15_000 }).toEqual(expected)

const readersFind = async (locale: string): Promise<number> => {
  const answer = await fetch(`${server.url}/api/news-briefs?locale=${locale}`)
  return ((await answer.json()) as { totalDocs: number }).totalDocs
}

it('an editor sees how far each language is, and publishes one from the menu', async () => {
  await openNew(page, { slug: 'news-briefs', locale: 'zh' })
  await page.fill('#field-title', '乡村图书馆来访')
  await fillDate(page, { name: 'newsDate', date: '2024-03-08' })
  await richText(page, 'body').click()
  await page.keyboard.type('四十个孩子每周借一本书。')
  await saveDraft()
  await marksBecome(['English: Not started', 'Chinese: Draft'])

  await choose('ZH', 'Publish Chinese')
  await isDone('Published: Chinese')
  await isTakenIn()
  await marksBecome(['English: Not started', 'Chinese: Published'])
  expect([await readersFind('zh'), await readersFind('en')]).toEqual([1, 0])

  await page.fill('#field-title', '乡村图书馆来访记')
  await choose('ZH', 'Unpublish Chinese')
  await page.locator('.toast-warning', { hasText: 'Save your changes first' }).waitFor()
  await saveDraft()
  await marksBecome(['English: Not started', 'Chinese: Changed since published'])
  await takeScreenshot(page, 'languages-changed')

  await choose('EN', 'Edit in English')
  await page.waitForURL(/locale=en/)
  await page.locator('.doc-controls .locale-states__current', { hasText: 'EN' }).waitFor()
  await takeScreenshot(page, 'languages-english')
})

it('the list shows the marks, and finds what is published in one language and not in the other', async () => {
  await page.goto('/admin/collections/news-briefs?locale=zh')
  const cell = page.locator('.cell-languages').first()
  await cell.waitFor()
  expect(await cell.locator('.locale-state__words').allTextContents()).toEqual([
    'English: Not started',
    'Chinese: Changed since published',
  ])
  await takeScreenshot(page, 'languages-list')
  await page.goto(
    '/admin/collections/news-briefs?locale=zh&where[or][0][and][0][localeStates.inZh][equals]=changed&where[or][0][and][1][localeStates.inEn][equals]=not-started',
  )
  await cell.waitFor()
  await page.locator('.where-builder').waitFor({ state: 'attached' })
  if (!(await page.locator('.where-builder .condition').first().isVisible())) {
    await page.click('#toggle-list-filters')
  }
  await page.locator('.where-builder .condition').nth(1).waitFor()
  await takeScreenshot(page, 'languages-filter')
  await page.goto(
    '/admin/collections/news-briefs?locale=zh&where[or][0][and][0][localeStates.inEn][equals]=published',
  )
  await page.locator('.collection-list__no-results, .no-results').first().waitFor()
})

it('goes back to what is published', async () => {
  await page.goto('/admin/collections/news-briefs?locale=zh')
  const link = page.locator('.cell-title a').first()
  await page.goto(`${(await link.getAttribute('href')) ?? ''}?locale=zh`)
  await page.locator('#field-title').waitFor()
  await choose('ZH', 'Revert Chinese to published')
  await isDone('Back to what is published: Chinese')
  await marksBecome(['English: Not started', 'Chinese: Published'])
  await expect
    .poll(() => page.inputValue('#field-title'), { timeout: 15_000 })
    .toBe('乡村图书馆来访')
})

it('brings one language back from an older version', async () => {
  const [, id = ''] = /news-briefs\/([\w-]+)/.exec(page.url()) ?? []
  const docs = await page.evaluate(async (parent) => {
    const query = `locale=zh&limit=0&where[parent][equals]=${parent}`
    const found = await fetch(`/api/news-briefs/versions?${query}`)
    return ((await found.json()) as { docs: { id: string; version: { title: string } }[] }).docs
  }, id)
  const older = docs.find(({ version }) => version.title === '乡村图书馆来访记')?.id ?? ''
  await page.goto(`/admin/collections/news-briefs/${id}/versions/${older}`)
  await page.getByRole('button', { exact: true, name: 'Restore Chinese only' }).waitFor()
  await takeScreenshot(page, 'restore-language')
  await page.getByRole('button', { exact: true, name: 'Restore Chinese only' }).click()
  await page.locator('#confirm-action').waitFor()
  await takeScreenshot(page, 'restore-language-asked')
  await page.click('#confirm-action')
  await isDone('Restored as a draft: Chinese')
  await page.waitForURL(/locale=zh/)
  await marksBecome(['English: Not started', 'Chinese: Changed since published'])
  expect(await page.inputValue('#field-title')).toBe('乡村图书馆来访记')
})

it('says what keeps a language from being published, and leads to the field', async () => {
  await openNew(page, { slug: 'news-briefs', locale: 'en' })
  await page.fill('#field-title', 'Only a title')
  await fillDate(page, { name: 'newsDate', date: '2024-03-08' })
  await saveDraft()
  await marksBecome(['English: Draft', 'Chinese: Not started'])
  await page.locator('.tabs-field__tab-button').last().click()
  await choose('EN', 'Publish English')
  const missing = page.locator('.toast-error a[href$="#field-body"]')
  await takeScreenshot(page, 'languages-gaps')
  await missing.waitFor()
  await missing.click()
  const body = richText(page, 'body')
  await body.waitFor()
  await expect.poll(() => body.evaluate((node) => node.contains(document.activeElement))).toBe(true)
  expect(await readersFind('en')).toBe(0)
})
