import type { CollectionSlug, GlobalSlug } from 'payload'

import type { Role } from './roles.ts'

/** Who asks: a person by role, a key by scope, or nobody. Everybody may do what `anonymous` may. */
export type Actor = Role | 'anonymous' | 'draftsKey' | 'publishedKey'

/**
 * How far a permission reaches. `inItsCollections` are the collections a key names, all of them when it names none;
 * `published` means the languages that are, and is looked after by the plugin `locale-publishing`.
 */
export type Grant = 'inItsCollections' | 'published' | 'self' | 'theirLanguages' | 'yes'

/** What is not named is not allowed. */
export type Grants = Partial<Record<Actor, Grant>>

/**
 * What one may do. Writing is asked for each class of field: `writeText` is localized text, `writeShared` what all
 * languages share, `writeStatus` publishing, withdrawing and restoring, `writeRights` roles and languages of a person.
 * `readInternal` are the contacts meant for staff; `readSecret` are hashes, keys, tokens and sessions.
 */
export type Rules = Record<Exclude<Operation, 'deleteForGood'>, Grants> & {
  /** Of collections with a trash, where `delete` is to move there and back. */
  deleteForGood?: Grants
}

export type Operation =
  | 'create'
  | 'delete'
  | 'deleteForGood'
  | 'read'
  | 'readDrafts'
  | 'readInternal'
  | 'readSecret'
  | 'readVersions'
  | 'writeRights'
  | 'writeShared'
  | 'writeStatus'
  | 'writeText'

const nobody: Grants = {}
const admins: Grants = { admin: 'yes' }
const editors: Grants = { admin: 'yes', editor: 'yes' }
const writers: Grants = { ...editors, translator: 'theirLanguages' }
const staff: Grants = { ...editors, translator: 'yes' }
const everyone: Grants = { anonymous: 'yes' }

/** Published language by language. */
const content: Rules = {
  create: editors,
  delete: editors,
  deleteForGood: admins,
  read: { anonymous: 'published' },
  readDrafts: { ...staff, draftsKey: 'inItsCollections' },
  readInternal: staff,
  readSecret: nobody,
  readVersions: { ...staff, draftsKey: 'inItsCollections' },
  writeRights: nobody,
  writeShared: editors,
  writeStatus: editors,
  writeText: writers,
}

/** Public as soon as it is saved, of all languages together. */
const shared: Rules = {
  create: editors,
  delete: editors,
  read: everyone,
  readDrafts: nobody,
  readInternal: staff,
  readSecret: nobody,
  readVersions: nobody,
  writeRights: nobody,
  writeShared: editors,
  writeStatus: nobody,
  writeText: writers,
}

const library: Rules = { ...shared, deleteForGood: admins }

/** Public while a published document shows it. */
const files: Rules = {
  ...library,
  read: { anonymous: 'published' },
  readDrafts: { ...staff, draftsKey: 'inItsCollections' },
}

const settings: Rules = { ...shared, create: nobody, delete: nobody, writeText: editors }

const themselves: Grants = { admin: 'yes', editor: 'self', translator: 'self', viewer: 'self' }

const people: Rules = {
  create: admins,
  delete: admins,
  read: themselves,
  readDrafts: nobody,
  readInternal: nobody,
  readSecret: nobody,
  readVersions: nobody,
  writeRights: admins,
  writeShared: themselves,
  writeStatus: nobody,
  writeText: nobody,
}

const keys: Rules = { ...people, read: admins, writeShared: admins, writeRights: nobody }

/** Kept by the system for itself. */
const closed: Rules = {
  create: nobody,
  delete: nobody,
  read: nobody,
  readDrafts: nobody,
  readInternal: nobody,
  readSecret: nobody,
  readVersions: nobody,
  writeRights: nobody,
  writeShared: nobody,
  writeStatus: nobody,
  writeText: nobody,
}

/** Locks, jobs and the like, which staff meet while they work. The dashboard asks for locks on behalf of anyone. */
const system: Rules = {
  ...closed,
  create: staff,
  delete: staff,
  read: { ...staff, viewer: 'self' },
  writeShared: staff,
}

const persons: Grants = { ...staff, viewer: 'yes' }

/** On top of the rules that Payload's own collections come with; those not named here are `payload-others`. */
export const systemRules = {
  'payload-others': system,
  /** How a person left the lists of the admin UI. */
  'payload-preferences': {
    ...closed,
    create: persons,
    delete: persons,
    read: persons,
    writeShared: persons,
  },
} satisfies Record<string, Rules>

/**
 * Who may do what, with what, in which language. The access rules of the collections are made of it and their hooks
 * ask it, so what stands here is what holds.
 */
export const roleMatrix = {
  'api-keys': keys,
  'audit-trail': { ...closed, read: admins },
  'audit-trail-head': closed,
  'audit-trail-inbox': closed,
  awards: content,
  media: files,
  'news-briefs': content,
  organization: settings,
  'partner-profiles': content,
  programs: content,
  'public-documents': closed,
  'public-documents-progress': closed,
  'review-requests': { ...closed, read: { ...staff, draftsKey: 'inItsCollections' } },
  'scheduled-publications': { ...closed, read: { ...staff, draftsKey: 'inItsCollections' } },
  'shown-uploads': closed,
  'slug-claims': closed,
  stories: content,
  topics: library,
  users: people,
  'webhook-deliveries': { ...closed, read: admins },
  webhooks: keys,
} satisfies Record<Exclude<CollectionSlug, `payload-${string}`> | GlobalSlug, Rules>

/** A row of the table. */
export type Kept = keyof typeof roleMatrix
