import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import { fillDate, openNew, publish, richText, signIn } from '../support/admin-ui.ts'
import { openAdmin, openBrowser, takeScreenshot } from '../support/browser.ts'

type Journey = { slug: string; label: string; title: string; fill: (page: Page) => Promise<void> }

/** The least that an editor must fill in to publish one of each. */
const journeys: Journey[] = [
  {
    slug: 'news-briefs',
    label: 'a news brief',
    title: 'Visit to a village library',
    fill: async (page) => {
      await page.fill('#field-title', 'Visit to a village library')
      await fillDate(page, { name: 'newsDate', date: '2024-03-08' })
      await richText(page, 'body').click()
      await page.keyboard.type('Forty children borrow a book a week.')
    },
  },
  {
    slug: 'programs',
    label: 'a program',
    title: 'Village libraries',
    fill: (page) => page.fill('#field-title', 'Village libraries'),
  },
  {
    slug: 'stories',
    label: 'a story',
    title: 'The librarian of Nujiang',
    fill: (page) => page.fill('#field-title', 'The librarian of Nujiang'),
  },
  {
    slug: 'awards',
    label: 'an award',
    title: 'Rural reading prize',
    fill: async (page) => {
      await page.fill('#field-title', 'Rural reading prize')
      await page.fill('#field-awardedBy', 'Reading Association')
      await page.fill('#field-year', '2023')
    },
  },
  {
    slug: 'partner-profiles',
    label: 'a partner profile',
    title: 'Books on Foot',
    fill: (page) => page.fill('#field-name', 'Books on Foot'),
  },
]

describe('an editor creates and publishes in the browser', () => {
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

  it.each(journeys.map((journey) => [journey.label, journey] as const))(
    '%s',
    async (_, journey) => {
      const { slug, title, fill } = journey
      await openNew(page, { slug, locale: 'en' })
      await fill(page)
      await takeScreenshot(page, `new-${slug}`)
      const id = await publish(page)
      await takeScreenshot(page, `published-${slug}`)

      const answer = await fetch(`${server.url}/api/${slug}/${id}?locale=en`)
      const document = (await answer.json()) as { name?: string; title?: string }
      expect(document.title ?? document.name).toBe(title)

      await page.goto(`/admin/collections/${slug}?locale=en`)
      await page.locator('.table', { hasText: title }).waitFor()
      await takeScreenshot(page, `list-${slug}`)
    },
  )

  it('the admin UI in Chinese, chosen in the account', async () => {
    await page.goto('/admin/account')
    await page.locator('.payload-settings__language .rs__control').click()
    await page.getByText('中文 (简体)', { exact: true }).click()
    await page.locator('html[lang="zh"]').waitFor()
    await page.goto('/admin')
    await page.getByRole('link', { name: '新闻简报' }).first().waitFor()
    await takeScreenshot(page, 'dashboard-in-chinese')
  })
})
