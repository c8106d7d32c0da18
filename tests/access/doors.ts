import type { Express } from 'express'
import type { Payload } from 'payload'

import request from 'supertest'

import { type Kept, roleMatrix } from '../../src/access/role-matrix.ts'
import { newFile, rows } from './rows.ts'

export type Attempt =
  | 'create'
  | 'delete'
  | 'deleteForGood'
  | 'publish'
  | 'readDraft'
  | 'readPublished'
  | 'readVersions'
  | 'unpublish'
  | 'writeOtherLanguage'
  | 'writeOwnLanguage'
  | 'writeRights'
  | 'writeShared'

export type Try = {
  attempt: Attempt
  collection: string
  /** What is written. */
  data: Record<string, unknown>
  id: string
}

/** `undefined` when the door has no such thing at all. */
export type Door = (asking: Try) => Promise<boolean | undefined>

const reads = new Set<Attempt>(['readDraft', 'readPublished'])
const localeOf = (attempt: Attempt): 'en' | 'zh' => (attempt === 'writeOtherLanguage' ? 'en' : 'zh')

/** A refusal is one of these; anything else is a fault of the server or of the test. */
const isDone = (status: number, what: unknown): boolean => {
  if (status >= 200 && status < 300) return true
  if ([401, 403, 404].includes(status)) return false
  throw new Error(`${status}: ${JSON.stringify(what)}`)
}

export const restDoor =
  (app: Express, headers: Record<string, string>): Door =>
  async ({ attempt, collection, data, id }) => {
    const url = `/api/${collection}`
    const query = `locale=${localeOf(attempt)}`
    const ask = request(app)
    const asked = {
      create: () =>
        collection === 'media'
          ? ask
              .post(`${url}?${query}`)
              .field('_payload', JSON.stringify(data))
              .attach('file', newFile().data, newFile().name)
          : ask.post(`${url}?${query}&draft=true`).send(data),
      delete: () => ask.delete(`${url}/${id}`),
      deleteForGood: () => ask.delete(`${url}/${id}?trash=true`),
      publish: () => ask.post(`${url}/${id}/publish`).send({ locales: ['zh'] }),
      readDraft: () => ask.get(`${url}/${id}?${query}&draft=true`),
      readPublished: () => ask.get(`${url}/${id}?${query}`),
      readVersions: () => ask.get(`${url}/versions?limit=1`),
      unpublish: () => ask.post(`${url}/${id}/unpublish`).send({ locales: ['zh'] }),
      writeOtherLanguage: () => ask.patch(`${url}/${id}?${query}&draft=true`).send(data),
      writeOwnLanguage: () => ask.patch(`${url}/${id}?${query}&draft=true`).send(data),
      writeRights: () => ask.patch(`${url}/${id}`).send(data),
      writeShared: () => ask.patch(`${url}/${id}?${query}&draft=true`).send(data),
    }[attempt]()
    const { body, status } = await asked.set(headers)
    if (!isDone(status, body)) return false
    return attempt === 'writeRights' ? body.doc.roles?.includes('admin') : true
  }

export const graphqlDoor =
  (app: Express, headers: Record<string, string>): Door =>
  async ({ attempt, collection, data, id }) => {
    const { graphql } = rows[collection] ?? {}
    if (!graphql || (collection === 'media' && attempt === 'create')) return undefined
    const { plural, singular } = graphql
    const now = new Date().toISOString()
    const locale = localeOf(attempt)
    const isContent = attempt === 'publish' || attempt === 'unpublish'
    const target = `collection: ${collection.replaceAll('-', '_')}, id: "${id}", locales: ["zh"]`
    const update = `mutation Ask($data: mutation${singular}UpdateInput!) { answer: update${singular}(id: "${id}", locale: ${locale}, draft: ${attempt !== 'writeRights'}, data: $data) { id ${collection === 'users' ? 'roles' : ''} } }`
    const query = {
      create: `mutation Ask($data: mutation${singular}Input!) { answer: create${singular}(data: $data, locale: ${locale}${isDraftable(collection)}) { id } }`,
      delete: hasTrash(collection)
        ? `mutation { answer: update${singular}(id: "${id}", data: { deletedAt: "${now}" }) { id } }`
        : `mutation { answer: delete${singular}(id: "${id}") { id } }`,
      deleteForGood: `mutation { answer: delete${singular}(id: "${id}", trash: true) { id } }`,
      publish: `mutation { answer: publishLocales(${target}) { state } }`,
      readDraft: `{ answer: ${singular}(id: "${id}", locale: ${locale}, draft: true) { id } }`,
      readPublished: `{ answer: ${singular}(id: "${id}", locale: ${locale}) { id } }`,
      readVersions: `{ answer: versions${plural}(limit: 1) { docs { id } } }`,
      unpublish: `mutation { answer: unpublishLocales(${target}) { state } }`,
      writeOtherLanguage: update,
      writeOwnLanguage: update,
      writeRights: update,
      writeShared: update,
    }[attempt]
    const variables = query.includes('$data') ? { data } : undefined
    const { body } = await request(app).post('/api/graphql').set(headers).send({ query, variables })
    const [error] = body.errors ?? []
    if (isContent && error?.message.includes('does not exist in')) return undefined
    if (error) return isDone(error.extensions?.statusCode ?? 500, body)
    if (body.data.answer === null) return false
    return attempt === 'writeRights' ? body.data.answer.roles.includes('admin') : true
  }

const hasTrash = (collection: string) => 'deleteForGood' in (roleMatrix[collection as Kept] ?? {})

const isDraftable = (collection: string) =>
  ['media', 'topics', 'users'].includes(collection) ? '' : ', draft: true'

export const localDoor =
  (payload: Payload, user: object | undefined): Door =>
  async ({ attempt, collection, data, id }) => {
    const shared = {
      id,
      collection: collection as 'stories',
      draft: true,
      locale: localeOf(attempt),
      overrideAccess: false,
      user: user as never,
    }
    const { versions } = payload.collections[shared.collection].config
    const state = { _status: attempt === 'publish' ? 'published' : 'draft' } as never
    try {
      if (attempt === 'create') {
        const file = collection === 'media' ? newFile() : undefined
        const draft = Boolean(versions)
        await payload.create({ ...shared, id: undefined, data, draft, file } as never)
      } else if (attempt === 'delete') {
        if (hasTrash(collection)) {
          await payload.update({ ...shared, data: { deletedAt: new Date().toISOString() } })
        } else await payload.delete(shared)
      } else if (attempt === 'deleteForGood') {
        await payload.delete({ ...shared, trash: true })
      } else if (reads.has(attempt)) {
        await payload.findByID({ ...shared, draft: attempt === 'readDraft' })
      } else if (attempt === 'readVersions') {
        if (!versions) return undefined
        await payload.findVersions({ ...shared, limit: 1 })
      } else if (attempt === 'publish' || attempt === 'unpublish') {
        // Withdrawing is no operation of the Local API; the plugin has a function for it.
        if (!versions || attempt === 'unpublish') return undefined
        await payload.update({ ...shared, data: state, draft: false })
      } else {
        const doc = await payload.update({ ...shared, data })
        if (attempt === 'writeRights') return JSON.stringify(doc).includes('"admin"')
      }
      return true
    } catch (error) {
      return isDone((error as { status?: number }).status ?? 500, String(error))
    }
  }
