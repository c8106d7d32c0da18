import { changeLocales } from '@qiao/locale-publishing'
import { createLocalReq, getPayload, type Payload } from 'payload'

import { plainPayload } from './plain-payload.ts'

/**
 * Publishes the Chinese of a new brief each time it is asked to, and tells how many milliseconds that took: with Qiao,
 * or with Payload alone when `BENCH_PAYLOAD` is `plain`.
 */
const isPlain = process.env.BENCH_PAYLOAD === 'plain'

const words = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
    children: Array.from({ length: 12 }, () => ({
      type: 'paragraph',
      version: 1,
      children: [{ type: 'text', version: 1, text: text.repeat(8) }],
    })),
  },
})

/** A brief that is public in English, with a Chinese draft. */
const newBrief = async (payload: Payload, index: number): Promise<string> => {
  const { id } = await payload.create({
    collection: 'news-briefs',
    data: {
      _status: 'published',
      body: words('A visit to a village library. '),
      kind: 'visit',
      newsDate: '2024-03-08T12:00:00.000Z',
      title: `Brief number ${index}`,
    },
    locale: 'en',
  })
  await payload.update({
    collection: 'news-briefs',
    data: { body: words('走访一所乡村图书馆。'), title: `简报第${index}号` },
    draft: true,
    id,
    locale: 'zh',
  })
  return id
}

const config = isPlain
  ? plainPayload(process.env.DATABASE_URL ?? '')
  : (await import('../../payload.config.ts')).default
const payload = await getPayload({ config })
const user = await payload.create({
  collection: 'users',
  data: {
    email: 'bench@qiao.example',
    name: 'Bench',
    password: 'for measurements',
    roles: ['admin'],
  },
})

const publish = async (id: string): Promise<void> => {
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, payload)
  const { config: collection } = payload.collections['news-briefs']
  if (!isPlain) await changeLocales('publish', { collection, id, locales: ['zh'], req })
  else {
    await payload.update({
      collection: 'news-briefs',
      data: { _status: 'published' },
      depth: 0,
      id,
      locale: 'zh',
      overrideAccess: false,
      req,
    })
  }
}

let count = 0
process.on('message', () => {
  void (async () => {
    const id = await newBrief(payload, count++)
    const begun = performance.now()
    await publish(id)
    process.send?.(performance.now() - begun)
  })()
})
process.send?.('ready')
