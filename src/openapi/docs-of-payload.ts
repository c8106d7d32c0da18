import { pageOf } from './component-schemas.ts'
import type { EndpointDoc } from './endpoint-doc.ts'
import { objectOf, orNull, refTo, type Schema } from './schema.ts'
import { schemaName } from './schema-name.ts'

/** One document, in one language or, with `locale=all`, in all. */
export const documentOf = (slug: string): Schema => ({
  anyOf: [refTo(schemaName(slug)), refTo(schemaName(slug, 'all'))],
})

/** Payload's own endpoints of a collection. `title` names a document, in English. */
export const docsOfCollection = (slug: string, title: string): Record<string, EndpointDoc> => {
  const doc = documentOf(slug)
  const saved = objectOf({ doc, message: { type: 'string' } }, ['doc'])
  const body = refTo(schemaName(slug, 'input'))
  const asked = { type: 'object', description: 'The data that is about to be saved.' }
  return {
    'delete /': {
      answer: refTo('Bulk'),
      isForStaff: true,
      summary: 'Delete those that fit a filter',
    },
    'delete /:id': {
      answer: { anyOf: [refTo('Deleted'), doc] },
      description:
        'Moves it to the trash, where there is one; with `trash=true`, deletes for good what lies there.',
      isForStaff: true,
      summary: `Delete one (${title})`,
    },
    'get /': {
      answer: pageOf(doc),
      description: 'Without signing in: what is published in the asked language.',
      summary: `List, filter and sort (${title})`,
    },
    'get /:id': { answer: doc, summary: `Read one (${title})` },
    'get /count': {
      answer: objectOf({ totalDocs: { type: 'integer' } }, ['totalDocs']),
      summary: 'Count those that fit a filter',
    },
    'get /versions': {
      answer: pageOf(refTo('Version')),
      isForStaff: true,
      summary: 'List versions',
    },
    'get /versions/:id': { answer: refTo('Version'), isForStaff: true, summary: 'Read a version' },
    'patch /': {
      answer: refTo('Bulk'),
      body,
      isForStaff: true,
      summary: 'Change those that fit a filter',
    },
    'patch /:id': {
      answer: saved,
      body,
      description:
        'Only the fields that are sent change. With `If-Match`, a field that somebody else saved meanwhile is answered with 412.',
      isForStaff: true,
      summary: `Change one (${title})`,
    },
    'post /': { answer: saved, body, isForStaff: true, status: 201, summary: `Create (${title})` },
    'post /:id/duplicate': { answer: saved, body, isForStaff: true, summary: 'Copy one' },
    'post /access/:id?': {
      answer: refTo('Permissions'),
      body: asked,
      summary: 'What I may do here',
    },
    'post /versions/:id': {
      answer: { type: 'object' },
      isForStaff: true,
      summary: 'Bring all languages back to a version',
    },
    ...ofFiles,
    ...ofPeople(slug),
  }
}

const ofFiles: Record<string, EndpointDoc> = {
  'get /file/:filename': { answerType: '*/*', summary: 'The bytes of a file' },
  'get /paste-url/:id?': {
    answerType: '*/*',
    description: 'Fetches a file from an allowed address, for the admin UI.',
    isForStaff: true,
    summary: 'Fetch a file from elsewhere',
  },
}

const ofPeople = (slug: string): Record<string, EndpointDoc> => {
  const email: Schema = { type: 'string' }
  const password: Schema = { type: 'string' }
  const credentials = objectOf({ email, password }, ['email', 'password'])
  return {
    'get /init': {
      answer: objectOf({ initialized: { type: 'boolean' } }, ['initialized']),
      summary: 'Is there anybody yet?',
    },
    'get /me': {
      answer: objectOf({
        collection: { type: ['string', 'null'] },
        exp: { type: 'integer' },
        message: { type: 'string' },
        strategy: { type: ['string', 'null'] },
        token: { type: 'string' },
        user: orNull(refTo(schemaName(slug))),
      }),
      summary: 'Who am I?',
    },
    'post /first-register': {
      answer: refTo('SignedIn'),
      body: credentials,
      summary: 'Make the first person',
    },
    'post /forgot-password': {
      answer: refTo('Message'),
      body: objectOf({ email }, ['email']),
      description: 'The answer is the same whether there is such an account or not.',
      summary: 'Ask for a mail to set a new password',
    },
    'post /login': { answer: refTo('SignedIn'), body: credentials, summary: 'Sign in' },
    'post /logout': { answer: refTo('Message'), summary: 'Sign out' },
    'post /refresh-token': {
      answer: { type: 'object' },
      isForStaff: true,
      summary: 'Have a new token for one that still holds',
    },
    'post /reset-password': {
      answer: refTo('SignedIn'),
      body: objectOf({ password, token: { type: 'string' } }, ['password', 'token']),
      summary: 'Set a new password with the token of a mail',
    },
    'post /unlock': {
      answer: refTo('Message'),
      body: objectOf({ email }, ['email']),
      isForStaff: true,
      summary: 'Unlock an account',
    },
  }
}

/** Payload's own endpoints of a global. */
export const docsOfGlobal = (slug: string, title: string): Record<string, EndpointDoc> => ({
  'get /': { answer: documentOf(slug), summary: `Read (${title})` },
  'get /versions': { answer: pageOf(refTo('Version')), isForStaff: true, summary: 'List versions' },
  'get /versions/:id': { answer: refTo('Version'), isForStaff: true, summary: 'Read a version' },
  'post /': {
    answer: objectOf({ message: { type: 'string' }, result: documentOf(slug) }),
    body: refTo(schemaName(slug, 'input')),
    isForStaff: true,
    summary: `Change (${title})`,
  },
  'post /access': {
    answer: refTo('Permissions'),
    body: { type: 'object' },
    summary: 'What I may do here',
  },
  'post /versions/:id': {
    answer: { type: 'object' },
    isForStaff: true,
    summary: 'Go back to a version',
  },
})

/** Payload's own endpoints of the whole. */
export const docsOfRoot: Record<string, EndpointDoc> = {
  'get /access': { answer: refTo('Permissions'), summary: 'What may I do with everything?' },
}
