import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import { openNew, saveDraft, signIn } from '../support/admin-ui.ts'
import { openAdmin, openBrowser, takeScreenshot } from '../support/browser.ts'

let server: AdminServer
let browser: Browser

beforeAll(async () => {
  server = await startAdminServer()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const open = async (who: 'admin' | 'editor', language: 'en' | 'zh-CN'): Promise<Page> => {
  const { page } = await openAdmin({ browser, language, url: server.url })
  await signIn(page, server[who])
  return page
}

const confirm = (page: Page) => page.locator('dialog[open] #confirm-action').click()

const dateIsShown = (page: Page) => page.locator('.cell-at', { hasText: /^20/ }).first().waitFor()

let id: string

it('an editor deletes a document and finds it in the trash, with nothing to delete it for good', async () => {
  const page = await open('editor', 'zh-CN')
  await openNew(page, { slug: 'stories', locale: 'zh' })
  await page.fill('#field-title', '屋顶菜园')
  id = await saveDraft(page)
  await page.locator('.doc-controls__popup .popup-button').last().click()
  await page.locator('#action-delete').click()
  await page.locator('dialog[open] #confirm-action').waitFor()
  await takeScreenshot(page, 'trash-confirm')
  await confirm(page)
  await page.waitForURL(/collections\/stories$/)
  await page.goto('/admin/collections/stories/trash')
  await page.locator('.cell-title', { hasText: '屋顶菜园' }).waitFor()
  await takeScreenshot(page, 'trash-list')
  await page.goto(`/admin/collections/stories/trash/${id}`)
  await page
    .locator('#action-restore, .restore-button, button', { hasText: '恢复' })
    .first()
    .click()
  await page.locator('dialog[open] #confirm-action').waitFor()
  await takeScreenshot(page, 'trash-restore')
  await confirm(page)
  await page.waitForURL((url) => url.pathname.endsWith(`/collections/stories/${id}`))
  await page.locator('#field-title').waitFor()
  expect(await page.inputValue('#field-title')).toBe('屋顶菜园')
  expect(await page.locator('a[href$="/collections/audit-trail"]').count()).toBe(0)
})

it('an administrator reads who did it, in both languages of the admin UI', async () => {
  const page = await open('admin', 'zh-CN')
  await page.goto('/admin/collections/audit-trail')
  const actions = page.locator('.cell-action')
  await expect.poll(() => actions.allTextContents()).toContain('从垃圾箱恢复')
  expect(await actions.allTextContents()).toEqual(
    expect.arrayContaining(['新建', '移入垃圾箱', '从垃圾箱恢复', '登录']),
  )
  await dateIsShown(page)
  await takeScreenshot(page, 'audit-list-zh')

  const english = await open('admin', 'en')
  await english.goto(
    '/admin/collections/audit-trail?where[or][0][and][0][action][equals]=trashed&limit=50',
  )
  await english.locator('.cell-action', { hasText: 'Moved to trash' }).waitFor()
  expect(await english.locator('.cell-action').count()).toBe(1)
  await takeScreenshot(english, 'audit-filter-en')
  await english.locator('.table tbody a').first().click()
  await english.locator('#field-userName').waitFor()
  await english.locator('#field-at input').waitFor()
  expect(await english.inputValue('#field-title')).toBe('屋顶菜园')
  await takeScreenshot(english, 'audit-entry-en')
  await english.emulateMedia({ colorScheme: 'dark' })
  await english.goto('/admin/collections/audit-trail')
  await english.locator('.cell-action').first().waitFor()
  await dateIsShown(english)
  await takeScreenshot(english, 'audit-list-dark')
})
