import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium; `QIAO_CHROMIUM` names another one. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: flags })
}

/** A fresh person at the admin UI, whose browser asks for pages in `language`. */
export async function openAdmin({
  browser,
  language,
  url,
}: {
  browser: Browser
  language: 'en' | 'zh-CN'
  url: string
}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: url,
    locale: language,
    viewport: { width: 1360, height: 900 },
  })
  context.setDefaultTimeout(20_000)
  return { context, page: await context.newPage() }
}

/** Saves what is on the screen for people to look at, in `QIAO_SCREENSHOTS` or a temporary folder. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.QIAO_SCREENSHOTS ?? join(tmpdir(), 'qiao-screenshots')
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

function findChromium(): string {
  const folders = process.env.PATH?.split(delimiter) ?? []
  const candidates = [
    process.env.QIAO_CHROMIUM,
    ...['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
      folders.map((folder) => join(folder, name)),
    ),
  ]
  const found = candidates.find((path) => path !== undefined && existsSync(path))
  if (found === undefined)
    throw new Error('No Chromium on the PATH: install it, or name it in QIAO_CHROMIUM.')
  return found
}
