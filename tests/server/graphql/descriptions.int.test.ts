import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLNamedType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp } from '../../support/test-app.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let schema: GraphQLSchema

beforeAll(async () => {
  app = await startTestApp()
  const query = getIntrospectionQuery({ specifiedByUrl: true })
  const { body } = await request(app.app).post('/api/graphql').send({ query })
  schema = buildClientSchema(body.data as IntrospectionQuery)
})

afterAll(() => app.stop())

type Part = { description?: null | string; name: string }

/** A type, with all that it is made of, under their full names. */
const partsOf = (type: GraphQLNamedType): Part[] => {
  const within = ({ name, ...part }: Part) => ({ ...part, name: `${type.name}.${name}` })
  const values = 'getValues' in type ? type.getValues() : []
  const fields: (Part & { args?: readonly Part[] })[] =
    'getFields' in type ? Object.values<Part & { args?: readonly Part[] }>(type.getFields()) : []
  const args = fields.flatMap((field) =>
    (field.args ?? []).map((each) => ({ ...each, name: `${field.name}(${each.name})` })),
  )
  return [
    type,
    ...[...values, ...fields, ...args].map(({ description, name }) =>
      within({ description, name }),
    ),
  ]
}

const descriptionOf = (type: string, field?: string) => {
  const named = schema.getType(type)
  const fields = named && 'getFields' in named ? named.getFields() : {}
  return field ? fields[field]?.description : named?.description
}

describe('the schema', () => {
  it('says of each of its parts what it is', () => {
    const parts = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap(partsOf)
    expect(parts.length).toBeGreaterThan(10_000)
    expect(parts.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual(
      [],
    )
  })

  it('says it in the words of the admin UI', () => {
    expect(descriptionOf('NewsBrief', 'summary')).toBe(
      'Summary. One or two sentences for lists, search results and shared links.',
    )
    expect(descriptionOf('Program', 'cover')).toBe('Cover image.')
    expect(descriptionOf('Program')).toContain('with what they need and what they achieved')
    expect(descriptionOf('mutationProgramInput', 'sdgs')).toBe('Sustainable Development Goals.')
    expect(descriptionOf('Program_where', 'donation__url')).toContain('Donation page')
    const kinds = schema.getType('NewsBrief_kind')
    const values = kinds && 'getValues' in kinds ? kinds.getValues() : []
    expect(values.map(({ description, name }) => [name, description])).toContainEqual([
      'study_tour',
      'Study tour.',
    ])
  })

  it('tells how many documents a join gives, and in which order', () => {
    expect(descriptionOf('Program', 'briefs')).toBe(
      'News briefs. Ordered by `-newsDate`; 10 of them unless `limit` asks for more, up to 100. `page` leads on.',
    )
  })

  it('says where its scalars are specified', () => {
    const scalar = schema.getType('DateTime')
    expect(scalar && 'specifiedByURL' in scalar && scalar.specifiedByURL).toBe(
      'https://www.rfc-editor.org/rfc/rfc3339',
    )
  })
})
