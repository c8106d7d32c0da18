import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  type Actor,
  type Grants,
  type Kept,
  type Operation,
  roleMatrix,
  type Rules,
} from '../../src/access/role-matrix.ts'
import type { Role } from '../../src/access/roles.ts'
import { signIn } from '../support/sign-in.ts'
import { startTestApp } from '../support/test-app.ts'
import { type Attempt, type Door, graphqlDoor, localDoor, restDoor } from './doors.ts'
import { make, rows } from './rows.ts'

let app: Awaited<ReturnType<typeof startTestApp>>
let people: Person[]

/** Someone who asks, through each of the doors. */
type Person = {
  actor: Actor
  doors: Record<string, Door>
  headers: Record<string, string>
  id?: string
  names?: string[]
  user?: object
}

const needs: Record<Attempt, Operation> = {
  create: 'create',
  delete: 'delete',
  deleteForGood: 'deleteForGood',
  publish: 'writeStatus',
  readDraft: 'readDrafts',
  readPublished: 'read',
  readVersions: 'readVersions',
  unpublish: 'writeStatus',
  writeOtherLanguage: 'writeText',
  writeOwnLanguage: 'writeText',
  writeRights: 'writeRights',
  writeShared: 'writeShared',
}

/** Those that change nothing come first, and the last one takes the document away. */
const attempts: Attempt[] = [
  'readPublished',
  'readDraft',
  'readVersions',
  'create',
  'writeOwnLanguage',
  'writeOtherLanguage',
  'writeShared',
  'writeRights',
  'unpublish',
  'publish',
  'delete',
  'deleteForGood',
]

const others = ['editor', 'translator', 'viewer'] as const

beforeAll(async () => {
  app = await startTestApp()
  people = [
    await person('admin'),
    ...(await Promise.all(others.map(person))),
    await key({ actor: 'publishedKey' }),
    await key({ actor: 'draftsKey' }),
    await key({ actor: 'draftsKey', names: ['stories'] }),
    { actor: 'anonymous', doors: doors({}, undefined), headers: {} },
  ]
})

afterAll(() => app.stop())

const doors = (headers: Record<string, string>, user: object | undefined) => ({
  GraphQL: graphqlDoor(app.app, headers),
  Local: localDoor(app.payload, user),
  REST: restDoor(app.app, headers),
})

const person = async (actor: Role): Promise<Person> => {
  const { payload } = app
  const headers = await signIn({ locales: ['zh'], name: actor, payload, role: actor })
  const where = { name: { equals: actor } }
  const { docs } = await payload.find({ collection: 'users', where })
  const user = { ...docs[0]!, collection: 'users' }
  return { actor, doors: doors(headers, user), headers, id: user.id, user }
}

const key = async ({ actor, names = [] }: { actor: Actor; names?: string[] }): Promise<Person> => {
  const scope = actor === 'draftsKey' ? 'drafts' : 'published'
  const data = { collections: names as ['stories'], name: actor, scope } as const
  const made = await app.payload.create({ collection: 'api-keys', data })
  const headers = { Authorization: `Bearer ${String(made.key)}` }
  const user = { ...made, collection: 'api-keys' }
  return { actor, doors: doors(headers, user), headers, names, user }
}

/** What the table says. */
const isAllowed = ({
  attempt,
  collection,
  isOwn,
  who,
}: {
  attempt: Attempt
  collection: Kept
  isOwn: boolean
  who: Person
}): boolean => {
  const grants: Grants = (roleMatrix[collection] as Rules)[needs[attempt]] ?? {}
  const grant = grants[who.actor] ?? grants.anonymous
  if (grant === 'self') return isOwn
  if (grant === 'theirLanguages') return attempt !== 'writeOtherLanguage'
  if (grant === 'inItsCollections') return !who.names?.length || who.names.includes(collection)
  return grant !== undefined
}

const dataFor = (attempt: Attempt, collection: string, allowed: boolean) => {
  const { data, shared, text } = rows[collection]!
  if (attempt === 'create') return data()
  if (attempt === 'writeRights') return collection === 'users' ? { roles: ['admin'] } : undefined
  if (attempt === 'writeShared') return shared?.(allowed ? 0 : 1)
  if (attempt.startsWith('write')) return text?.(`文字 ${Math.random()}`)
  return {}
}

/** Tries everything with a collection, and tells what went otherwise than the table says. */
const walk = async ({ collection, door, who }: { collection: Kept; door: string; who: Person }) => {
  const faults: string[] = []
  const hasDrafts = Boolean(app.payload.collections[collection as 'stories'].config.versions)
  const published = await make(app.payload, { collection, isPublished: true })
  const hasHidden = hasDrafts || collection === 'media'
  const draft = hasHidden ? await make(app.payload, { collection }) : published
  const isOwner = collection === 'users' && who.id !== undefined
  for (const isOwn of isOwner ? [false, true] : [false]) {
    for (const attempt of attempts) {
      if (!hasDrafts && ['publish', 'readVersions', 'unpublish'].includes(attempt)) continue
      if (!hasHidden && attempt === 'readDraft') continue
      if (attempt === 'deleteForGood' && !('deleteForGood' in roleMatrix[collection])) continue
      // They would be gone, or no longer what they are.
      if (isOwn && (attempt === 'delete' || attempt === 'writeRights')) continue
      const allowed = isAllowed({ attempt, collection, isOwn, who })
      const data = dataFor(attempt, collection, allowed)
      if (!data) continue
      const id = isOwn ? String(who.id) : attempt === 'readDraft' ? draft : published
      const done = await who.doors[door]!({ attempt, collection, data, id })
      if (done !== undefined && done !== allowed)
        faults.push(`${who.actor} ${attempt}: ${done ? 'done' : 'refused'}`)
    }
  }
  return faults
}

describe('the table of roles', () => {
  it('has a row for every collection and global', () => {
    const { collections, globals } = app.payload.config
    const kept = [...collections, ...globals]
      .map(({ slug }) => slug)
      .filter((slug) => !slug.startsWith('payload-'))
    expect(Object.keys(roleMatrix).sort()).toEqual(kept.sort())
    const tried = collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'))
    expect(Object.keys(rows).sort()).toEqual(tried.sort())
  })

  describe.each(['REST', 'GraphQL', 'Local'])('holds through %s', (door) => {
    it.each(Object.keys(rows) as Kept[])('for %s', async (collection) => {
      const faults: string[] = []
      for (const who of people) faults.push(...(await walk({ collection, door, who })))
      expect(faults).toEqual([])
    })
  })

  it.each(['zh', 'en'] as const)('holds for the organisation in %s', async (locale) => {
    const { read, writeShared, writeText } = roleMatrix.organization
    for (const { actor, headers, user } of people) {
      const url = `/api/globals/organization?locale=${locale}`
      const found = await request(app.app).get(url).set(headers)
      expect(found.status === 200, actor).toBe(Boolean(read[actor as Role] ?? read.anonymous))
      for (const [grants, data] of [
        [writeText, { siteName: `名称 ${actor}` }],
        [writeShared, { contact: { email: `${actor}@qiao.example` } }],
      ] as const) {
        const may = Boolean(grants[actor])
        const byRest = await request(app.app).post(url).set(headers).send(data)
        expect(byRest.status, actor).toBe(may ? 200 : 403)
        const query = `mutation Ask($data: mutationOrganizationInput!) { updateOrganization(locale: ${locale}, data: $data) { siteName } }`
        const asked = { query, variables: { data: { siteName: '名称', ...data } } }
        const byGraphql = await request(app.app).post('/api/graphql').set(headers).send(asked)
        const [error] = byGraphql.body.errors ?? []
        expect(error?.extensions.statusCode, actor).toBe(may ? undefined : 403)
        const byLocal = app.payload.updateGlobal({
          slug: 'organization',
          data: { siteName: '名称', ...data },
          locale,
          overrideAccess: false,
          user,
        })
        const isDone = await byLocal.then(
          () => true,
          (error: unknown) => (error as { status?: number }).status !== 403,
        )
        expect(isDone, actor).toBe(may)
      }
    }
  })
})
