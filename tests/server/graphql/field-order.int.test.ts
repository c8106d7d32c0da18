import { afterAll, beforeAll, expect, test } from 'vitest'

import { askGraphql } from '../../support/ask-graphql.ts'
import { startDemoApp } from '../../support/demo-app.ts'

let app: Awaited<ReturnType<typeof startDemoApp>>

beforeAll(async () => {
  app = await startDemoApp({ hasCache: false })
}, 240_000)

afterAll(() => app.stop())

const fields = ['topics { id }', 'programs { id }', 'participations { partner { name } }', 'title']

test.each([fields, fields.toReversed()])(
  'an answer has its fields in the order of the question, whichever is known first: %s …',
  async (...asked) => {
    const query = `{ NewsBriefs(locale: en) { docs { ${asked.join(' ')} } totalDocs } }`
    const { NewsBriefs: list } = (await askGraphql({ app: app.app, query })) as {
      NewsBriefs: { docs: object[] }
    }
    expect(list.docs).not.toHaveLength(0)
    expect(Object.keys(list)).toEqual(['docs', 'totalDocs'])
    for (const brief of list.docs) {
      expect(Object.keys(brief)).toEqual(asked.map((field) => field.split(' ')[0]))
    }
  },
)
