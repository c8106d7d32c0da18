import type { Locator, Page } from 'playwright-core'

export type Credentials = { email: string; password: string }

/** Signs in by the form and waits for the dashboard. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.goto('/admin/login')
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('.login__form button[type="submit"]')
  await page.locator('.dashboard').waitFor()
}

/** Opens the form for a new document of a collection, in one language of the content. */
export async function openNew(
  page: Page,
  { slug, locale }: { slug: string; locale: 'en' | 'zh' },
): Promise<void> {
  await page.goto(`/admin/collections/${slug}/create?locale=${locale}`)
  await formIsReady(page)
}

/** Writes a date as a person does who types it. */
export async function fillDate(
  page: Page,
  { name, date }: { name: string; date: string },
): Promise<void> {
  const input = page.locator(`#field-${name} input`)
  await input.fill(date)
  await input.press('Tab')
}

/** The place to write in of a rich text field. */
export function richText(page: Page, name: string): Locator {
  return page.locator(`[data-field-path="${name}"] [data-lexical-editor="true"]`).first()
}

/** Puts a block under the caret, found in the slash menu by its slug; answers with the block. */
export async function addBlock(
  page: Page,
  { editor, slug }: { editor: Locator; slug: string },
): Promise<Locator> {
  const blocks = editor.locator('.LexicalEditorTheme__block')
  const before = await blocks.count()
  await page.keyboard.type('/')
  await page.locator(`#slash-menu .slash-menu-popup__item-block-${slug}`).click()
  const block = blocks.nth(before)
  await block.waitFor()
  return block
}

/**
 * Writes into a field of a block, and waits until the document knows of it: Payload passes a block's text on only after
 * a round trip to the server, and a save that comes sooner is one without it.
 */
export async function fillInBlock(
  page: Page,
  { field, text }: { field: Locator; text: string },
): Promise<void> {
  const known = page.waitForResponse((response) => {
    const body = response.request().postData() ?? ''
    return body.includes(text) && !body.includes('"initialBlockFormState"')
  })
  await field.fill(text)
  await known
}

/** Uploads a new image in the drawer of an upload field, described for those who cannot see it. */
export async function uploadImage(
  page: Page,
  { field, file, alt }: { field: Locator; file: string; alt: string },
): Promise<void> {
  await field.locator('.upload__createNewToggler').click()
  const drawer = page.locator('dialog.doc-drawer[open]').last()
  await drawer.locator('input[type="file"]').setInputFiles(file)
  await drawer.locator('#field-alt').fill(alt)
  await drawer.locator('#action-save').click()
  await field
    .locator('.upload-relationship-details, .upload__dropzoneAndUpload img')
    .first()
    .waitFor()
}

/** Keeps a draft and waits until the server has it; answers with the id of the document. */
export async function saveDraft(page: Page): Promise<string> {
  await page.click('#action-save-draft')
  return isSaved(page)
}

/** Publishes the language on the screen and nothing else; answers with the id of the document. */
export async function publish(page: Page): Promise<string> {
  await page.click('#action-save')
  return isSaved(page)
}

async function isSaved(page: Page): Promise<string> {
  await page.locator('.payload-toast-container .toast-success').first().waitFor()
  await page.waitForURL((url) => !url.pathname.endsWith('/create'))
  await page.locator('.payload-toast-container .payload-toast-close-button').first().click()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  if (id === undefined) throw new Error(`No id in ${page.url()}`)
  return id
}

async function formIsReady(page: Page): Promise<void> {
  await page.locator('[data-form-ready="true"]').first().waitFor()
}
