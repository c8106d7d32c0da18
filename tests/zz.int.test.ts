import { afterAll, beforeAll, it } from 'vitest'
import request from 'supertest'
import { startTestApp } from './support/test-app.ts'
import { buildFallbackWorld } from './plugins/locale-publishing/fallback-world.ts'
let server: Awaited<ReturnType<typeof startTestApp>>
let world: any
beforeAll(async () => { server = await startTestApp(); world = await buildFallbackWorld(server) })
afterAll(() => server.stop())
it('x', async () => {
  const q = async (query: string, path='/api/graphql') => { const r = await request(server.app).post(path).send({query}); console.log(query, JSON.stringify(r.body).slice(0,1500), r.headers['content-language'], r.headers.vary) }
  await q(`{ NewsBrief(id:"${world.ids.alpha}", locale: zh) { title participations { partner(locale: en) { name briefs { docs { title } } } } } }`)
  await q(`{ NewsBriefs(locale: zh, fallbackLocale: en) { totalDocs docs { title topics { title description } participations { partner { name briefs { docs { title } } } } } } }`)
  await q(`{ NewsBriefs(where: {title: {equals: "Beta"}}) { totalDocs docs { title topics { title description } } } }`, '/api/graphql?locale=zh&fallback=en')
  await q(`{ Organization(locale: zh, fallbackLocale: en) { siteName } }`)
  const r = await request(server.app).get('/api/news-briefs?locale=auto&depth=0').set('Accept-Language','zh-Hant-TW,en;q=0.5')
  console.log(r.status, r.headers['content-language'], r.headers.vary, r.body.totalDocs)
  const f = await request(server.app).post('/api/news-briefs').set('X-HTTP-Method-Override','GET').set('Accept-Language','zh-CN').send({locale:'auto', fallback: 'en'})
  console.log(f.status, f.headers['content-language'], f.headers.vary, f.body.totalDocs)
})
