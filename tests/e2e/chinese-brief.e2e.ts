import type { Browser, Page } from 'playwright-core'

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type AdminServer, startAdminServer } from '../support/admin-server.ts'
import {
  addBlock,
  fillDate,
  fillInBlock,
  openNew,
  publish,
  richText,
  saveDraft,
  signIn,
  uploadImage,
} from '../support/admin-ui.ts'
import { openAdmin, openBrowser, takeScreenshot } from '../support/browser.ts'

const title = '社会组织参与乡村振兴经验交流会在昆明举行'
const slug = 'she-hui-zu-zhi-can-yu-xiang-cun-zhen-xing-jing-yan-jiao-liu-hui-zai-kun-ming-ju-xing'
const paragraph = '来自十二个省份的社会组织代表分享了与村民一起修水窖、办夜校的经验。'
const pictureAlt = '代表们围坐讨论'
const caption = '分组讨论现场'
const quotation = '项目结束的那天，才是村里人自己开始的那天。'

describe('an editor who works in Chinese', () => {
  let server: AdminServer
  let browser: Browser
  let page: Page
  let id = ''
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qiao-journey-'))
    server = await startAdminServer()
    browser = await openBrowser()
    page = (await openAdmin({ browser, language: 'zh-CN', url: server.url })).page
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('signs in to an admin UI that speaks Chinese', async () => {
    await page.goto('/admin/login')
    await page.locator('.login__form button[type="submit"]', { hasText: '登录' }).waitFor()
    await takeScreenshot(page, '01-sign-in')
    await signIn(page, server.editor)
    await page.getByRole('link', { name: '新闻简报' }).first().waitFor()
    await takeScreenshot(page, '02-dashboard')
  })

  it('writes a brief with a cover, an image in the text and a quotation', async () => {
    const file = await paintImage(join(folder, '会场.png'))
    await openNew(page, { slug: 'news-briefs', locale: 'zh' })
    await takeScreenshot(page, '03-new-brief')
    await page.fill('#field-title', title)
    await fillDate(page, { name: 'newsDate', date: '2024-05-16' })
    await uploadImage(page, { field: page.locator('#field-cover'), file, alt: '交流会会场' })

    const editor = richText(page, 'body')
    await editor.click()
    await page.keyboard.type(paragraph)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    const image = await addBlock(page, { editor, slug: 'image' })
    await uploadImage(page, { field: image, file, alt: pictureAlt })
    await fillInBlock(page, { field: image.locator('input[type="text"]').last(), text: caption })
    await editor.locator('> p').last().click()
    const quote = await addBlock(page, { editor, slug: 'quote' })
    await fillInBlock(page, { field: quote.locator('textarea').first(), text: quotation })
    await takeScreenshot(page, '04-written-brief')
    id = await saveDraft(page)
    await takeScreenshot(page, '05-saved-draft')
  })

  it('finds it in the list', async () => {
    await page.goto('/admin/collections/news-briefs?locale=zh')
    await page.locator('.table .cell-title', { hasText: title }).waitFor()
    await takeScreenshot(page, '06-list')
  })

  it('keeps it from the public while it is a draft', async () => {
    expect(await readAll(server.url, 'zh')).toEqual([])
  })

  it('publishes it in Chinese', async () => {
    await page.goto(`/admin/collections/news-briefs/${id}?locale=zh`)
    await page.locator('#field-title').waitFor()
    await publish(page)
    await takeScreenshot(page, '07-published')
  })

  it('is read in Chinese by anyone, through REST and GraphQL', async () => {
    const [brief] = await readAll(server.url, 'zh')
    expect(brief).toMatchObject({ title, slug, sourceLocale: 'zh', cover: { alt: '交流会会场' } })
    const body = JSON.stringify(brief?.body)
    expect(body).toContain(paragraph)
    expect(body).toContain(quotation)
    expect(blockOf(brief, 'image')).toMatchObject({ caption, image: { alt: pictureAlt } })
    expect(await query(server.url, 'zh')).toEqual([{ title, slug, cover: { alt: '交流会会场' } }])
  })

  it('is not there in English, by no way of asking', async () => {
    expect(await readAll(server.url, 'en')).toEqual([])
    expect(await readAll(server.url, 'en', `where[slug][equals]=${slug}`)).toEqual([])
    expect(await query(server.url, 'en')).toEqual([])
    const single = await fetch(`${server.url}/api/news-briefs/${id}?locale=en`)
    expect(single.status).toBe(404)
    const [inAll] = await readAll(server.url, 'all')
    expect(inAll).toMatchObject({ title: { zh: title }, slug: { zh: slug } })
    expect(inAll?.title).not.toHaveProperty('en')
    expect(inAll?.body).not.toHaveProperty('en')
  })
})

type Brief = Record<string, unknown>

async function readAll(url: string, locale: string, where = ''): Promise<Brief[]> {
  const answer = await fetch(`${url}/api/news-briefs?locale=${locale}&depth=1&${where}`)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { docs: Brief[] }).docs
}

/** The fields of the first block of a kind in the text. */
function blockOf(brief: Brief | undefined, blockType: string): unknown {
  const { root } = brief?.body as { root: { children: { fields?: { blockType?: string } }[] } }
  return root.children.find(({ fields }) => fields?.blockType === blockType)?.fields
}

async function query(url: string, locale: 'en' | 'zh'): Promise<Brief[]> {
  const answer = await fetch(`${url}/api/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      query: `{ NewsBriefs(locale: ${locale}) { docs { title slug cover { alt } } } }`,
    }),
  })
  const { data } = (await answer.json()) as { data: { NewsBriefs: { docs: Brief[] } } }
  return data.NewsBriefs.docs
}

async function paintImage(file: string): Promise<string> {
  const hills = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675">
    <rect width="1200" height="675" fill="#f3e9d2"/><circle cx="930" cy="170" r="80" fill="#d9573f"/>
    <path d="M0 520 L320 300 L560 470 L820 260 L1200 520 V675 H0 Z" fill="#3f7d6e"/></svg>`
  await sharp(Buffer.from(hills)).png().toFile(file)
  return file
}
