import { z } from 'zod'

import type { Place } from './endpoint-at.ts'

const fallback = ['fallback', 'fallback-locale', 'fallbackLocale']
const shaping = ['depth', 'populate', 'select']
const paging = ['limit', 'page', 'pagination', 'sort', 'trash', 'where']
const publishing = ['publishAllLocales', 'publishSpecificLocale', 'unpublishAllLocales']
const writing = [...shaping, 'autosave', 'draft', 'overrideLock', 'uploadEdits', ...publishing]
const none: string[] = []

/** What Payload's own endpoints read of a query. Undefined: names are not looked at. */
const ofPayload: Record<Place['scope'], Partial<Record<string, string[]>>> = {
  collection: {
    'delete /': [...shaping, 'overrideLock', 'trash', 'where'],
    'delete /:id': [...shaping, 'overrideLock', 'trash'],
    'get /': [...shaping, ...paging, 'draft', 'joins', 'preview'],
    'get /:id': [
      ...[...shaping, 'data', 'draft', 'flattenLocales'],
      ...['joins', 'preview', 'trash'],
    ],
    'get /count': ['preview', 'trash', 'where'],
    'get /init': none,
    'get /me': [...shaping, 'draft', 'joins'],
    'get /versions': [...shaping, ...paging],
    'get /versions/:id': [...shaping, 'trash'],
    'patch /': [...writing, 'limit', 'sort', 'trash', 'where'],
    'patch /:id': [...writing, 'trash'],
    'post /': writing,
    'post /:id/duplicate': [...shaping, 'draft', 'selectedLocales'],
    'post /access/:id?': none,
    'post /first-register': none,
    'post /forgot-password': none,
    'post /login': ['depth'],
    'post /logout': ['allSessions'],
    // The admin UI says so to itself.
    'post /refresh-token': ['refresh'],
    'post /reset-password': ['depth'],
    'post /unlock': none,
    'post /verify/:id': none,
    'post /versions/:id': ['depth', 'draft', 'populate'],
  },
  global: {
    'get /': [...shaping, 'data', 'draft', 'flattenLocales', 'preview'],
    'get /versions': [...shaping, ...paging],
    'get /versions/:id': shaping,
    'post /': [...shaping, 'autosave', 'draft', ...publishing],
    'post /access': none,
    'post /versions/:id': ['depth', 'draft', 'populate'],
  },
  root: { 'get /access': none },
}

/**
 * The query parameters that an endpoint reads: Payload's own from a table, others from what they say of themselves in
 * `custom.query`, a list of names or a zod object. Nothing when neither says any. Each reads the language; what never
 * answers in another one than was asked says `custom.fallback: false`.
 */
export const parameterNames = ({ endpoint, scope }: Place): string[] | undefined => {
  const { custom, method, path } = endpoint
  const own: unknown = custom?.query
  const declared =
    own instanceof z.ZodObject ? Object.keys(own.shape) : isNames(own) ? own : undefined
  const known = declared ?? ofPayload[scope][`${method} ${path}`]
  return known && ['locale', ...(custom?.fallback === false ? [] : fallback), ...known]
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')
