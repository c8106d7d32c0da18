import type { Payload, PayloadRequest, Where } from 'payload'

import type { Content } from './records.ts'

type Page = { docs: (Content & { id: string })[] }

type Request = { req?: Partial<PayloadRequest> | undefined }

/** The methods of the database adapter that a transfer uses, below Payload's operations and hooks. */
export type RawDatabase = {
  allowIDOnCreate?: boolean
  beginTransaction: (options?: Record<string, unknown>) => Promise<null | number | string>
  commitTransaction: (id: number | string) => Promise<void>
  count: (args: Request & { collection: string; where?: Where }) => Promise<{ totalDocs: number }>
  create: (
    args: Request & {
      collection: string
      customID?: string
      data: Content
      returning?: boolean
      select?: Record<string, true>
    },
  ) => Promise<(Content & { id: string }) | null>
  createGlobal: (args: Request & { data: Content; slug: string }) => Promise<unknown>
  createGlobalVersion: (
    args: Request & VersionOf & { globalSlug: string; versionData: Content },
  ) => Promise<unknown>
  createVersion: (
    args: Request & VersionOf & { collectionSlug: string; parent: string; versionData: Content },
  ) => Promise<unknown>
  find: (args: Reading & { collection: string }) => Promise<Page>
  findGlobal: (args: Request & { slug: string }) => Promise<Content | null>
  findGlobalVersions: (args: Reading & { global: string }) => Promise<Page>
  findVersions: (args: Reading & { collection: string }) => Promise<Page>
  rollbackTransaction: (id: number | string) => Promise<void>
  updateGlobal: (args: Request & { data: Content; slug: string }) => Promise<unknown>
}

type Reading = Request & {
  joins?: false
  limit: number
  pagination: false
  select?: Record<string, true>
  sort?: string
  where?: Where
}

/** What is kept of a version beside its text. */
type VersionOf = {
  autosave: boolean
  createdAt: string
  publishedLocale?: string | undefined
  returning?: boolean
  snapshot?: boolean | undefined
  updatedAt: string
}

/** Payload's types follow the project's collections; a transfer passes all of them through as they are. */
export const rawDatabase = ({ db }: Payload): RawDatabase => db as unknown as RawDatabase

/** Those of these ids that a collection holds. */
export const presentIds = async ({
  collection,
  ids,
  payload,
}: {
  collection: string
  ids: readonly string[]
  payload: Payload
}): Promise<Set<string>> => {
  const found = new Set<string>()
  // SQLite takes a bounded number of values in one statement.
  for (let start = 0; start < ids.length; start += 500) {
    const { docs } = await rawDatabase(payload).find({
      collection,
      joins: false,
      limit: 0,
      pagination: false,
      select: { id: true },
      where: { id: { in: ids.slice(start, start + 500) } },
    })
    for (const { id } of docs) found.add(id)
  }
  return found
}
