import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { repository } from '../../src/launch/repository.mjs'
import { compareGraphqlSchemas } from '../../src/server/graphql/compare-graphql-schemas.ts'

const announced = `
  type Query { Topic(id: String!): Topic }
  type Topic { id: String! kind: Kind title: String }
  enum Kind { a }
`
const without = announced.replace('title: String', '')
const lost = 'Topic.title was removed.'

describe('changes of the schema', () => {
  const compare = (present: string, accepted: string[] = []) =>
    compareGraphqlSchemas({ accepted, announced, present })

  it('are none where nothing has changed, or something was added', () => {
    const nothing = { accepted: [], breaking: [], dangerous: [], stale: [] }
    expect(compare(announced)).toEqual(nothing)
    expect(compare(announced.replace('title', 'slug: String title'))).toEqual(nothing)
  })

  it('break queries when a field is gone, changes its type or asks for more', () => {
    expect(compare(without).breaking).toEqual([{ description: lost, type: 'FIELD_REMOVED' }])
    expect(compare(announced.replace('title: String', 'title: Int')).breaking).toHaveLength(1)
    expect(
      compare(announced.replace('id: String!)', 'id: String!, at: Int!)')).breaking,
    ).toHaveLength(1)
  })

  it('are dangerous when answers may hold what nobody expects', () => {
    const { breaking, dangerous } = compare(announced.replace('{ a }', '{ a b }'))
    expect(breaking).toEqual([])
    expect(dangerous).toMatchObject([{ type: 'VALUE_ADDED_TO_ENUM' }])
  })

  it('may be meant, each by its own name', () => {
    expect(compare(without, [lost])).toMatchObject({
      accepted: [{ description: lost }],
      breaking: [],
      stale: [],
    })
    expect(compare(announced, [lost]).stale).toEqual([lost])
  })
})

describe('the check of the schema', () => {
  let root = ''
  const present = () => path.join(root, 'src/generated/schema.graphql')

  const run = (action: 'accept' | 'check') => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/launch/check-graphql-schema.ts', action, root],
      {
        cwd: repository,
        encoding: 'utf8',
        env: { HOME: process.env.HOME, NODE_ENV: 'test', PATH: process.env.PATH },
      },
    )
    return { status, stdout }
  }

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'qiao-schema-'))
    mkdirSync(path.join(root, '.config'))
    mkdirSync(path.join(root, 'src/generated'), { recursive: true })
    writeFileSync(present(), announced)
    expect(run('accept').status).toBe(0)
  })

  afterEach(() => {
    rmSync(root, { force: true, recursive: true })
  })

  it('fails and says so when a field is gone, until that is accepted or announced', () => {
    expect(run('check')).toMatchObject({ status: 0 })
    writeFileSync(present(), without)
    const failed = run('check')
    expect(failed.status).toBe(1)
    expect(failed.stdout).toContain(`FIELD_REMOVED: ${lost}`)
    const list = path.join(root, '.config/accepted-schema-changes.json')
    writeFileSync(list, JSON.stringify([lost]))
    expect(run('check')).toMatchObject({ status: 0 })
    expect(run('accept').status).toBe(0)
    expect(readFileSync(list, 'utf8')).toBe('[]\n')
    expect(run('check')).toMatchObject({ status: 0 })
  })
})
