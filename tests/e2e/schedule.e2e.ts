import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import { fillDate, openNew, richText, saveDraft, signIn } from '../support/admin-ui.ts'
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

const marks = () => page.locator('.doc-controls .locale-state__words').allTextContents()

const marksBecome = (expected: (RegExp | string)[]) =>
  expect
    .poll(marks, { timeout: 30_000 })
    .toEqual(expected.map((each) => (each instanceof RegExp ? expect.stringMatching(each) : each)))

const openMenu = (language: 'EN' | 'ZH') =>
  page.locator('.doc-controls .locale-states .popup-button', { hasText: language }).click()

const choose = async (language: 'EN' | 'ZH', item: RegExp | string) => {
  await openMenu(language)
  await page.getByRole('button', { exact: true, name: item }).click()
}

const dialog = () => page.locator('dialog.schedule-dialog')

const submit = async () => {
  await dialog().locator('#schedule-submit').focus()
  await page.keyboard.press('Enter')
}

const isSaid = async (text: RegExp | string) => {
  await page.locator('.payload-toast-container .payload-toast-item', { hasText: text }).waitFor()
}

/** As it is typed into the field of the dialog, in the time zone of the browser. */
const typed = (at: Date): string => {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

const readersFind = async (locale: string): Promise<number> => {
  const answer = await fetch(`${server.url}/api/news-briefs?locale=${locale}`)
  return ((await answer.json()) as { totalDocs: number }).totalDocs
}

it('an editor schedules a language with the keyboard alone, sees when, and cancels it', async () => {
  await openNew(page, { slug: 'news-briefs', locale: 'zh' })
  await page.fill('#field-title', '乡村图书馆来访')
  await fillDate(page, { name: 'newsDate', date: '2024-03-08' })
  await richText(page, 'body').click()
  await page.keyboard.type('四十个孩子每周借一本书。')
  await saveDraft(page)
  await marksBecome(['English: Not started', 'Chinese: Draft'])

  await choose('ZH', 'Schedule Chinese…')
  await dialog().waitFor()
  expect(await dialog().getByRole('radio', { name: 'Publish', exact: true }).isChecked()).toBe(true)
  expect(await dialog().getByRole('checkbox', { name: 'Chinese' }).isChecked()).toBe(true)
  const at = dialog().getByRole('textbox', { name: 'Date and time' })
  await at.focus()
  await takeScreenshot(page, 'schedule-dialog-calendar')
  await page.keyboard.press('Escape')
  await submit()
  await dialog().getByText('Choose a date and a time.').waitFor()
  await at.focus()
  await page.keyboard.type(typed(inHours(26)))
  await page.keyboard.press('Tab')
  await dialog().getByRole('radio', { name: 'Publish', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await submit()
  await dialog().getByText('neither published nor scheduled').waitFor()
  await takeScreenshot(page, 'schedule-dialog-error')
  await dialog().getByRole('radio', { name: 'Unpublish' }).focus()
  await page.keyboard.press('ArrowLeft')
  await submit()
  await isSaid(/Scheduled for .*: Chinese/)
  await marksBecome(['English: Not started', /Chinese: Scheduled; to be published on/])
  await openMenu('ZH')
  await takeScreenshot(page, 'schedule-menu')
  await page.keyboard.press('Escape')

  await page.goto('/admin/collections/news-briefs?locale=zh')
  await page.locator('.cell-languages .locale-state__time').waitFor()
  await takeScreenshot(page, 'schedule-list')
  await page.goBack()
  await marksBecome(['English: Not started', /Chinese: Scheduled/])
  await choose('ZH', /Cancel publishing on/)
  await isSaid('Cancelled.')
  await marksBecome(['English: Not started', 'Chinese: Draft'])
})

it('what is due is published while the page is open, and what fails is told with its reason', async () => {
  await choose('ZH', 'Schedule Chinese…')
  await dialog().getByRole('checkbox', { name: 'English' }).check()
  await dialog().getByRole('textbox').fill(typed(new Date()))
  await page.keyboard.press('Tab')
  await dialog().locator('#schedule-submit').click()
  await marksBecome([/Not started; Not published on .*Title/, 'Chinese: Published'])
  expect([await readersFind('zh'), await readersFind('en')]).toEqual([1, 0])
  await openMenu('EN')
  await page.locator('.locale-states__failure').waitFor()
  await takeScreenshot(page, 'schedule-failed')
  await page.keyboard.press('Escape')
  await page.goto('/admin/collections/news-briefs?locale=zh')
  await page.locator('.cell-languages .locale-state__failed').waitFor()
  await takeScreenshot(page, 'schedule-failed-list')
  await page.goBack()
  await choose('EN', 'Do not show this again')
  await marksBecome(['English: Not started', 'Chinese: Published'])
})

it('reads in Chinese, and in the dark', async () => {
  const url = page.url()
  const { page: chinese } = await openAdmin({ browser, language: 'zh-CN', url: server.url })
  await chinese.emulateMedia({ colorScheme: 'dark' })
  await signIn(chinese, server.editor)
  page = chinese
  await page.goto(url)
  await choose('ZH', '定时发布或撤下中文…')
  await dialog().waitFor()
  expect(await dialog().getByRole('radio', { name: '撤下' }).isChecked()).toBe(true)
  const at = dialog().getByRole('textbox', { name: '日期和时间' })
  await at.fill(typed(inHours(48)))
  await takeScreenshot(page, 'schedule-dialog-zh-calendar')
  await page.keyboard.press('Tab')
  await takeScreenshot(page, 'schedule-dialog-zh')
  await dialog().locator('#schedule-submit').click()
  await isSaid(/已设定于/)
  await marksBecome([/未开始/, /中文: 已发布; 将于 .* 撤下/])
  await openMenu('ZH')
  await takeScreenshot(page, 'schedule-menu-zh')
})
