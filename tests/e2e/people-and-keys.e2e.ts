import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import { signIn } from '../support/admin-ui.ts'
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

const openAs = async (language: 'en' | 'zh-CN', who: 'admin' | 'editor' = 'admin') => {
  const { context, page } = await openAdmin({ browser, language, url: server.url })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, server[who])
  return page
}

/** The same screen in both of its colours. */
const takeBoth = async (page: Page, name: string) => {
  await page.addStyleTag({ content: '* { transition: none !important }' })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme
    }, colorScheme)
    await takeScreenshot(page, `${name}-${colorScheme}`)
  }
}

const ask = async (key: string): Promise<number> => {
  const headers = { Authorization: `Bearer ${key}` }
  return (await fetch(`${server.url}/api/programs`, { headers })).status
}

const makeKey = async (page: Page, name: string) => {
  await page.goto('/admin/collections/api-keys/create')
  await page.locator('[data-form-ready="true"]').first().waitFor()
  await page.fill('#field-name', name)
  await page.click('#action-save')
  await page.locator('.new-key__value').waitFor()
  return (await page.locator('.new-key__value').textContent()) ?? ''
}

it('an administrator makes a key, sees it once and copies it', async () => {
  const page = await openAs('en')
  const key = await makeKey(page, 'Website')
  expect(key).toMatch(/^qiao_[\w-]{43}$/)
  await takeBoth(page, 'key-new-en')
  await page.getByRole('button', { name: 'Copy key' }).click()
  await page.locator('.toast-success', { hasText: 'The key was copied.' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key)
  expect(await ask(key)).toBe(200)

  await page.reload()
  await page.locator('#field-prefix').waitFor()
  expect(await page.locator('.new-key').count()).toBe(0)
  expect(await page.content()).not.toContain(key)
  await takeBoth(page, 'key-reloaded-en')

  await page.getByRole('button', { name: 'Revoke key' }).click()
  await page.locator('#revoke-key').waitFor()
  await takeScreenshot(page, 'key-revoke-en')
  await page.locator('#revoke-key #confirm-action').click()
  await page.locator('.api-key-panel .banner', { hasText: 'was revoked' }).waitFor()
  expect(await ask(key)).toBe(401)
  await takeScreenshot(page, 'key-revoked-en')
  await page.goto('/admin/collections/api-keys')
  await page.locator('.cell-name').first().waitFor()
  await takeScreenshot(page, 'keys-list-en')
})

it('does the same in Chinese', async () => {
  const page = await openAs('zh-CN')
  await page.goto('/admin/collections/api-keys/create')
  await page.locator('[data-form-ready="true"]').first().waitFor()
  await page.locator('#field-scope .rs__control').click()
  await page.locator('.rs__option', { hasText: '草稿' }).click()
  await page.locator('#field-collections').waitFor()
  await takeBoth(page, 'key-form-zh')
  const key = await makeKey(page, '官网')
  await page.getByRole('button', { name: '复制密钥' }).waitFor()
  await takeBoth(page, 'key-new-zh')
  expect(await ask(key)).toBe(200)
})

it('an administrator signs somebody out everywhere', async () => {
  const editor = await openAs('zh-CN', 'editor')
  const page = await openAs('en')
  await page.goto('/admin/collections/users')
  await page.locator('.cell-name a', { hasText: '编辑' }).click()
  await page.getByRole('button', { name: 'Sign out everywhere' }).waitFor()
  await takeBoth(page, 'user-en')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.locator('#end-sessions').waitFor()
  await takeScreenshot(page, 'user-sign-out-en')
  await page.locator('#end-sessions #confirm-action').click()
  await page.locator('.toast-success', { hasText: 'Signed out everywhere.' }).waitFor()
  await editor.goto('/admin/collections/stories')
  await editor.locator('.login__form').waitFor()
})

it('a person signs out everywhere, and meets no keys and no roles to change', async () => {
  const page = await openAs('zh-CN', 'editor')
  expect(await page.locator('a[href$="/collections/api-keys"]').count()).toBe(0)
  await page.goto('/admin/account')
  await page.getByRole('button', { name: '退出所有设备' }).waitFor()
  await takeBoth(page, 'account-zh')
  await page.getByRole('button', { name: '退出所有设备' }).click()
  await page.locator('#end-sessions #confirm-action').click()
  await page.locator('.login__form').waitFor()
})

it('a viewer finds what is published, and nothing else', async () => {
  const { token } = await send<{ token: string }>('users/login', server.admin)
  const viewer = { email: 'viewer@qiao.example', password: 'the password of the viewer' }
  await send('users', { ...viewer, name: 'Viewer', roles: ['viewer'] }, token)
  const story = { _status: 'published', kind: 'success', title: 'A public story' }
  await send('stories?locale=en', story, token)
  await send('stories?locale=en&draft=true', { kind: 'success', title: 'A draft' }, token)
  const { page } = await openAdmin({ browser, language: 'en', url: server.url })
  await signIn(page, viewer)
  await page.goto('/admin/collections/stories?locale=en')
  await page.locator('.cell-title a').first().waitFor()
  expect(await page.locator('.cell-title').allTextContents()).toEqual(['A public story'])
  await takeScreenshot(page, 'viewer-list')
  await page.locator('.cell-title a').first().click()
  await page.locator('#field-title').waitFor()
  expect(await page.locator('#field-title').isDisabled()).toBe(true)
  expect(await page.locator('#action-save').count()).toBe(0)
  await takeScreenshot(page, 'viewer-document')
})

const send = async <Answer>(path: string, body: object, token?: string): Promise<Answer> => {
  const response = await fetch(`${server.url}/api/${path}`, {
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    },
    method: 'POST',
  })
  expect(response.ok, path).toBe(true)
  return (await response.json()) as Answer
}
