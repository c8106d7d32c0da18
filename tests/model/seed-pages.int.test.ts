import request from 'supertest'
import { afterAll, beforeAll } from 'vitest'

import { startTestApp } from '../support/test-app.ts'
import { enterPages } from './enter-pages.ts'
import { donationPage } from './pages/donation-page.ts'
import { honours } from './pages/honours.ts'
import { interview } from './pages/interview.ts'
import { meeting2017 } from './pages/meeting-2017.ts'
import { memberProfile } from './pages/member-profile.ts'
import { createReader } from './pages/reader.ts'
import { studyTour2019 } from './pages/study-tour-2019.ts'

// The five pages that this model has to hold: a donation page, a member profile, two briefs and an interview.
// They are entered through REST as an editor and read through GraphQL as anybody.

let app: Awaited<ReturnType<typeof startTestApp>>
let ids: Map<string, string>

beforeAll(async () => {
  app = await startTestApp()
  const editor = { email: 'editor@qiao.example', password: 'the password of the editor' }
  await app.payload.create({
    collection: 'users',
    data: {
      email: 'admin@qiao.example',
      name: 'Admin',
      password: 'first of all',
      roles: ['admin'],
    },
  })
  await app.payload.create({
    collection: 'users',
    data: { ...editor, name: 'Editor', roles: ['editor'] },
  })
  const { body } = await request(app.app).post('/api/users/login').send(editor)
  ids = await enterPages({ app: app.app, token: body.token })
}, 240_000)

afterAll(() => app.stop())

const reader = createReader({ app: () => app.app, ids: () => ids })

donationPage(reader)
honours(reader)
memberProfile(reader)
meeting2017(reader)
interview(reader)
studyTour2019(reader)
