import type { Express } from 'express'

import request from 'supertest'

import type { Locale } from '../../src/localization.ts'
import { awards } from '../../src/seed/content/awards.ts'
import { newsBriefs } from '../../src/seed/content/news-briefs.ts'
import { organization } from '../../src/seed/content/organization.ts'
import { partnerProfiles } from '../../src/seed/content/partner-profiles.ts'
import { programs } from '../../src/seed/content/programs.ts'
import { stories } from '../../src/seed/content/stories.ts'
import { topics } from '../../src/seed/content/topics.ts'
import { keepRowIds } from '../../src/seed/keep-row-ids.ts'
import { drawPicture } from '../../src/seed/pictures/draw-picture.ts'
import type { Reference } from '../../src/seed/reference.ts'
import { type Content, resolveContent } from '../../src/seed/resolve-content.ts'
import type { Entry } from '../../src/seed/seed-entry.ts'

/** What the five pages tell; the rest of the demo content is not needed for them. */
const pages: [collection: string, entries: readonly Entry[]][] = [
  ['topics', topics],
  ['partner-profiles', partnerProfiles],
  ['programs', programs],
  ['awards', awards],
  ['stories', only(stories, ['interview-li-xiajie-gwp'])],
  [
    'news-briefs',
    only(newsBriefs, [
      'service-and-exchange-meeting-2017',
      'study-tour-seoul-2019',
      'china-japan-korea-workshop-2019',
    ]),
  ],
]

/** Enters the pages in both languages through REST, as an editor's browser does; answers with ids by `collection/key`. */
export const enterPages = async ({
  app,
  token,
}: {
  app: Express
  token: string
}): Promise<Map<string, string>> => {
  const authorization = `JWT ${token}`
  const picture = await uploadPicture({ app, authorization })
  const ids = new Map<string, string>()
  const idOf = ({ collection, key }: Reference): string => {
    const id = collection === 'media' ? picture : ids.get(`${collection}/${key}`)
    if (!id) throw new Error(`${collection}/${key} has not been entered.`)
    return id
  }
  const send = async ({ body, method, path }: Sending) => {
    const answer = await request(app)
      [method](`/api/${path}`)
      .set('Authorization', authorization)
      .send(body)
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    return answer.body
  }

  for (const [collection, entries] of pages) {
    const status = collection === 'topics' ? {} : { _status: 'published' }
    for (const { content, key, languages } of entries) {
      const inLanguage = (locale: Locale) => resolveContent({ content, idOf, locale })
      const [first = 'en', ...others]: readonly Locale[] = languages ?? ['en', 'zh']
      const { doc } = await send({
        body: { ...inLanguage(first), ...status, slug: key },
        method: 'post',
        path: `${collection}?locale=${first}&depth=0`,
      })
      ids.set(`${collection}/${key}`, doc.id)
      for (const locale of others) {
        await send({
          body: { ...keepRowIds({ content: inLanguage(locale), saved: doc }), ...status },
          method: 'patch',
          path: `${collection}/${doc.id}?locale=${locale}&depth=0`,
        })
      }
    }
  }

  const inLanguage = (locale: Locale) => resolveContent({ content: organization, idOf, locale })
  const path = 'globals/organization?depth=0&locale='
  const { result } = await send({ body: inLanguage('en'), method: 'post', path: `${path}en` })
  await send({
    body: keepRowIds({ content: inLanguage('zh'), saved: result }),
    method: 'post',
    path: `${path}zh`,
  })
  return ids
}

type Sending = { body: Content; method: 'patch' | 'post'; path: string }

const uploadPicture = async ({ app, authorization }: { app: Express; authorization: string }) => {
  const { body } = await request(app)
    .post('/api/media?locale=en')
    .set('Authorization', authorization)
    .field('_payload', JSON.stringify({ alt: 'A drawing' }))
    .attach('file', await drawPicture('bridge'), 'bridge.jpg')
  const id: unknown = body.doc?.id
  if (typeof id !== 'string') throw new Error(`The picture was refused: ${JSON.stringify(body)}`)
  await request(app)
    .patch(`/api/media/${id}?locale=zh`)
    .set('Authorization', authorization)
    .send({ alt: '一幅画' })
    .expect(200)
  return id
}

function only(entries: readonly Entry[], keys: string[]): Entry[] {
  return entries.filter(({ key }) => keys.includes(key))
}
