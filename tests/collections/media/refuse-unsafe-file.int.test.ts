import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { largestFile } from '../../../collections/media/upload-limits.ts'
import { signIn } from '../../support/sign-in.ts'
import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let editor: { Authorization: string }
let png: Buffer

beforeAll(async () => {
  app = await startTestApp()
  await signIn({ payload: app.payload, role: 'admin' })
  editor = await signIn({ payload: app.payload, role: 'editor' })
  png = await sharp({
    create: { background: '#c33', channels: 3, height: 300, width: 400 },
  })
    .png()
    .toBuffer()
})

afterAll(() => app.stop())

const upload = ({
  bytes,
  language = 'en',
  name,
  type,
}: {
  bytes: Buffer
  language?: string
  name: string
  type: string
}) =>
  request(app.app)
    .post('/api/media?locale=en')
    .set({ ...editor, 'Accept-Language': language })
    .field('_payload', JSON.stringify({ alt: 'A red field' }))
    .attach('file', bytes, { contentType: type, filename: name })

describe('an upload', () => {
  it('of a picture is stored with its sizes, and served with its type', async () => {
    const response = await upload({ bytes: png, name: 'red.png', type: 'image/png' })
    expect(response.status).toBe(201)
    const { sizes, url } = response.body.doc
    expect(sizes.thumbnail.width).toBe(320)
    const { pathname } = new URL(url, 'http://localhost')
    const file = await request(app.app).get(pathname).set(editor).expect(200)
    expect(file.headers['content-type']).toBe('image/png')
    expect(file.headers['x-content-type-options']).toBe('nosniff')
  })

  it.each([
    [
      'an SVG',
      'logo.svg',
      'image/svg+xml',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    [
      'an SVG named as a picture',
      'logo.png',
      'image/png',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    [
      'a web page named as a picture',
      'page.jpg',
      'image/jpeg',
      () => Buffer.from('<!doctype html><script>1</script>'),
    ],
    ['a picture with the wrong ending', 'red.jpg', 'image/jpeg', () => png],
    ['a picture named as a PDF', 'red.pdf', 'application/pdf', () => png],
    [
      'a program',
      'tool.exe',
      'application/octet-stream',
      () => Buffer.from('MZ'.padEnd(200, '\0')),
    ],
  ])('of %s is refused at the field', async (_what, name, type, bytes) => {
    const before = await app.payload.count({ collection: 'media' })
    const response = await upload({ bytes: bytes(), name, type })
    expect(response.status).toBe(400)
    expect(response.body.errors[0].data.errors[0]).toMatchObject({ path: 'file' })
    expect(await app.payload.count({ collection: 'media' })).toEqual(before)
  })

  it('is refused in the language of the person', async () => {
    const response = await upload({
      bytes: png,
      language: 'zh',
      name: 'red.jpg',
      type: 'image/jpeg',
    })
    expect(response.body.errors[0].data.errors[0].message).toContain('与文件名不符')
  })

  it('above the cap is refused with 413', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(largestFile)])
    const response = await upload({ bytes, name: 'big.png', type: 'image/png' })
    expect(response.status).toBe(413)
    expect(response.body.errors[0].message).toMatch(/MB/)
  })
})
