import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import { fillDate, openNew, richText, signIn } from '../support/admin-ui.ts'
import { openAdmin, openBrowser, takeScreenshot } from '../support/browser.ts'

let server: AdminServer
let browser: Browser
let mine: Page
let path: string
let token: string

beforeAll(async () => {
  server = await startAdminServer()
  browser = await openBrowser()
  mine = (await openAdmin({ browser, language: 'zh-CN', url: server.url })).page
  await signIn(mine, server.editor)
  const answer = await fetch(`${server.url}/api/users/login`, {
    body: JSON.stringify(server.admin),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })
  token = ((await answer.json()) as { token: string }).token

  await openNew(mine, { slug: 'news-briefs', locale: 'zh' })
  await mine.fill('#field-title', '志愿者交流会')
  await fillDate(mine, { name: 'newsDate', date: '2024-03-08' })
  await richText(mine, 'body').click()
  await mine.keyboard.type('二十位志愿者参加了交流会。')
  await saveDraft()
  await mine.waitForURL(/news-briefs\/[\w-]{20,}/)
  path = `/api/news-briefs/${/news-briefs\/([\w-]+)/.exec(mine.url())?.[1] ?? ''}?locale=zh&draft=true`
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const saveDraft = async () => {
  await mine.click('#action-save-draft')
  await mine.locator('.toast-success').first().waitFor()
  await mine.locator('.toast-success').first().waitFor({ state: 'detached' })
}

/** The administrator saves, from another desk. */
const savesMeanwhile = async (data: object) => {
  const answer = await fetch(server.url + path, {
    body: JSON.stringify(data),
    headers: { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' },
    method: 'PATCH',
  })
  expect(answer.status).toBe(200)
}

const saved = async () => {
  const answer = await fetch(server.url + path, { headers: { Authorization: `JWT ${token}` } })
  return (await answer.json()) as { summary: string; title: string }
}

/** Payload's own check would ask to load the document anew about now, and what was typed would be gone. */
const typesAndThinks = async (title: string) => {
  await mine.fill('#field-title', title)
  const isInterrupted = mine.locator('#document-stale-data').waitFor({ timeout: 2_000 })
  await expect(isInterrupted).rejects.toThrow('Timeout')
}

it('two people who write different fields notice nothing', async () => {
  await savesMeanwhile({ summary: '二十人参加。' })
  await mine.fill('#field-title', '志愿者春季交流会')
  await saveDraft()
  expect(await saved()).toMatchObject({ summary: '二十人参加。', title: '志愿者春季交流会' })
  expect(await mine.inputValue('#field-summary')).toBe('二十人参加。')
})

it('who writes what somebody else has just saved sees both, and loses neither', async () => {
  await savesMeanwhile({ summary: '共有二十人参加。', title: '春季志愿者交流会' })
  await typesAndThinks('志愿者春季经验交流会')
  await mine.click('#action-save-draft')
  const dialog = mine.locator('dialog.conflict-dialog[open]')
  await dialog.waitFor()
  expect(await dialog.locator('fieldset').count()).toBe(1)
  await takeScreenshot(mine, 'conflict-zh')
  expect(await dialog.innerText()).toContain('春季志愿者交流会')
  expect((await saved()).title).toBe('春季志愿者交流会')

  await dialog.locator('textarea').fill('春季志愿者经验交流会')
  await dialog.locator('#conflict-save').click()
  await dialog.waitFor({ state: 'detached' })
  expect(await saved()).toMatchObject({
    summary: '共有二十人参加。',
    title: '春季志愿者经验交流会',
  })
  await expect
    .poll(() => mine.inputValue('#field-title'), { timeout: 15_000 })
    .toBe('春季志愿者经验交流会')
  expect(await mine.inputValue('#field-summary')).toBe('共有二十人参加。')
})

it('the other text can be taken instead', async () => {
  await savesMeanwhile({ title: '他人的标题' })
  await mine.fill('#field-title', '我的标题')
  await mine.click('#action-save-draft')
  const dialog = mine.locator('dialog.conflict-dialog[open]')
  await dialog.waitFor()
  await dialog.locator('input[type="radio"]').nth(1).check()
  await dialog.locator('#conflict-save').click()
  await dialog.waitFor({ state: 'detached' })
  expect((await saved()).title).toBe('他人的标题')
  // The dialog stays until the form shows it, so that nobody types into the old text.
  expect(await mine.inputValue('#field-title')).toBe('他人的标题')
})

it('leaving a page with unsaved text warns', async () => {
  await mine.fill('#field-title', '还没有保存')
  await mine.locator('.step-nav a').last().click()
  await mine.locator('#leave-without-saving').waitFor()
  await takeScreenshot(mine, 'leave-without-saving')
  await mine.locator('#leave-without-saving #confirm-cancel').click()
})

it('so does changing the language at the top of the page or in the menu, and nothing is lost', async () => {
  await mine.locator('.localizer .popup-button').click()
  await mine.locator('[data-locale="en"]').click()
  const warning = mine.locator('.toast-warning', { hasText: '请先保存您的更改' })
  await warning.first().waitFor()
  await mine.locator('.doc-controls .locale-states .popup-button', { hasText: 'EN' }).click()
  await mine.getByRole('button', { exact: true, name: '编辑英文内容' }).click()
  await warning.nth(1).waitFor()
  await takeScreenshot(mine, 'change-language-without-saving')
  expect(await mine.inputValue('#field-title')).toBe('还没有保存')
  expect(new URL(mine.url()).searchParams.get('locale')).not.toBe('en')
})
