import type { EndpointDoc } from './endpoint-doc.ts'
import { listOf, objectOf, refTo, type Schema } from './schema.ts'

const locales = refTo('Locales')
const states = objectOf({ locales: refTo('LocaleStates') }, ['locales'])
const warnings = listOf(refTo('Warning'))
const schedules: Schema = listOf(refTo('Schedule'))
const reviews = objectOf({ reviews: listOf(refTo('Review')) }, ['reviews'])
const justLocales = objectOf({ locales }, ['locales'])

/** What the publishing of languages, people, keys and the audit trail add to Payload's endpoints. */
export const docsOfPlugins: Record<string, EndpointDoc> = {
  'delete /:id/schedules/:scheduleId': {
    answer: objectOf({ schedules }, ['schedules']),
    isForStaff: true,
    summary: 'Cancel a schedule',
  },
  'get /:id/locales': {
    answer: objectOf(
      {
        locales: refTo('LocaleStates'),
        mayPublish: { type: 'boolean' },
        published: { description: 'The languages that readers see.' },
        reviews: listOf(refTo('Review')),
        schedules,
      },
      ['locales'],
    ),
    isForStaff: true,
    summary: 'The state of each language',
  },
  'get /:id/schedules': {
    answer: objectOf({ schedules }, ['schedules']),
    isForStaff: true,
    summary: 'What is scheduled, and what was',
  },
  'get /changes': {
    answer: objectOf(
      {
        changes: listOf(
          objectOf(
            {
              at: { type: 'string', format: 'date-time' },
              collection: { type: 'string' },
              id: { type: 'string' },
              locale: { type: 'string' },
              slug: { type: ['string', 'null'] },
              tags: listOf({
                description: 'What `Surrogate-Key` and `Cache-Tag` of answers name: for purging.',
                type: 'string',
              }),
              type: { enum: ['upserted', 'deleted'] },
              url: { type: ['string', 'null'] },
            },
            ['at', 'collection', 'id', 'locale', 'slug', 'tags', 'type', 'url'],
          ),
        ),
        cursor: { description: 'Where to go on: `since` of the next question.', type: 'string' },
        hasMore: { type: 'boolean' },
      },
      ['changes', 'cursor', 'hasMore'],
    ),
    description:
      'Each language of a document once, with what is right now; without `since`, all that is public. 410 when the cursor is too old: ask without `since`. 503 while the register is made: `Retry-After` says when to ask again.',
    summary: 'What has changed for readers',
  },
  'get /export': {
    answerType: 'application/x-ndjson',
    isForStaff: true,
    summary: 'The whole trail as JSON Lines',
  },
  'get /preview': {
    answer: objectOf(
      {
        collection: { type: 'string' },
        doc: { type: 'object' },
        expiresAt: { type: 'string', format: 'date-time' },
        locale: { type: 'string' },
      },
      ['collection', 'doc', 'expiresAt', 'locale'],
    ),
    description: 'The token may come in the header `X-Preview-Token` instead.',
    summary: 'The draft that a preview link is about',
  },
  'post /:id/preview-link': {
    answer: objectOf({
      expiresAt: { type: 'string', format: 'date-time' },
      token: { type: 'string' },
      url: { type: 'string' },
    }),
    body: objectOf({
      hours: { type: 'number', minimum: 1 },
      locale: { type: 'string' },
    }),
    isForStaff: true,
    summary: 'Make a link that shows a draft in one language',
  },
  'post /:id/publish': {
    answer: objectOf({ locales: refTo('LocaleStates'), warnings }, ['locales']),
    body: justLocales,
    description:
      'All asked languages are published, or none. `warnings` tell of links to what is not.',
    isForStaff: true,
    summary: 'Publish languages',
  },
  'post /:id/restore': {
    answer: states,
    body: objectOf({ locales, version: { type: 'string' } }, ['locales', 'version']),
    isForStaff: true,
    summary: 'Bring languages back from a version, as drafts',
  },
  'post /:id/return': {
    answer: reviews,
    body: justLocales,
    isForStaff: true,
    summary: 'Return what was submitted, or take it back',
  },
  'post /:id/revert': {
    answer: states,
    body: justLocales,
    isForStaff: true,
    summary: 'Go back to the published text of languages',
  },
  'post /:id/revoke': {
    answer: objectOf({ revokedAt: { type: 'string', format: 'date-time' } }),
    isForStaff: true,
    summary: 'Revoke a key',
  },
  'post /:id/revoke-sessions': {
    answer: objectOf({ ended: { type: 'integer' } }),
    isForStaff: true,
    summary: 'Sign a person out everywhere',
  },
  'post /:id/replay': {
    answer: objectOf({ delivery: { type: 'string' } }, ['delivery']),
    description: 'With the same `webhook-id`, and with what readers see now.',
    isForStaff: true,
    status: 202,
    summary: 'Send a message of a webhook again',
  },
  'post /:id/rotate-secret': {
    answer: objectOf(
      {
        formerSecretUntil: { type: 'string', format: 'date-time' },
        secret: { type: 'string', description: 'Cannot be read again.' },
      },
      ['formerSecretUntil', 'secret'],
    ),
    description: 'Until `formerSecretUntil` messages are signed with both secrets.',
    isForStaff: true,
    summary: 'Renew the secret of a webhook',
  },
  'post /:id/schedule': {
    answer: objectOf({ schedules, warnings }, ['schedules']),
    body: objectOf(
      {
        action: { type: 'string', enum: ['publish', 'unpublish'] },
        at: { type: 'string', format: 'date-time', description: 'With its offset from UTC.' },
        locales,
      },
      ['action', 'at', 'locales'],
    ),
    isForStaff: true,
    status: 201,
    summary: 'Publish or withdraw languages later',
  },
  'post /:id/submit': {
    answer: reviews,
    body: objectOf({ locales, note: { type: 'string', maxLength: 1000 } }, ['locales']),
    isForStaff: true,
    status: 201,
    summary: 'Submit languages for review',
  },
  'post /:id/test': {
    answer: objectOf({ delivery: { type: 'string' } }, ['delivery']),
    description: 'Its type is `webhook.test`; what came of it stands in the log.',
    isForStaff: true,
    status: 202,
    summary: 'Send a test to a webhook',
  },
  'post /:id/unpublish': {
    answer: states,
    body: justLocales,
    isForStaff: true,
    summary: 'Withdraw languages',
  },
}
