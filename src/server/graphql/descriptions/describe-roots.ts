import type { GraphQLField, GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'

import { documentTypes, nameOfGlobal } from '../document-types.ts'
import { describe } from './describe.ts'
import { englishOfConfig } from './english-of-config.ts'

type Roots = Partial<Record<string, GraphQLField<unknown, unknown>>>

/** Describes the queries and mutations of collections and globals. */
export const describeRoots = (schema: GraphQLSchema, config: SanitizedConfig): void => {
  const english = englishOfConfig(config)
  const queries: Roots = schema.getQueryType()?.getFields() ?? {}
  const mutations: Roots = schema.getMutationType()?.getFields() ?? {}
  describe(schema.getQueryType(), 'What can be asked.')
  describe(
    schema.getMutationType(),
    'What can be done. For who is signed in; an API key only reads.',
  )
  for (const { collection, names } of documentTypes(schema, config)) {
    const { many, one } = names
    const several = english.of(collection.labels.plural) ?? many
    const single = english.of(collection.labels.singular) ?? one
    const about = (text: string) => `${several}: ${text}`
    describe(queries[one], about('one of them by its id.'))
    describe(queries[many], about('a list, ten to a page unless `limit` says otherwise.'))
    describe(queries[`count${many}`], about('how many there are.'))
    describe(queries[`docAccess${one}`], about('what the caller may do with one of them.'))
    describe(
      queries[`version${one}`],
      about('one saved state by its id. For who may see versions.'),
    )
    describe(queries[`versions${many}`], about('saved states. For who may see versions.'))
    describe(mutations[`create${one}`], about('makes a new one.'))
    describe(mutations[`update${one}`], about('changes one. What is left out stays as it is.'))
    describe(mutations[`delete${one}`], about('deletes one, from the trash where there is one.'))
    describe(mutations[`duplicate${one}`], about('makes a copy of one.'))
    describe(
      mutations[`restoreVersion${one}`],
      about('brings one back as an older version has it.'),
    )
    for (const [name, text] of Object.entries(ofSession)) {
      describe(queries[`${name}${one}`], `${single}: ${text}`)
      describe(mutations[`${name}${one}`], `${single}: ${text}`)
    }
  }
  for (const global of config.globals) {
    const name = nameOfGlobal(global)
    const label = english.of(global.label) ?? name
    describe(queries[name], `${label}: what there is one of.`)
    describe(queries[`docAccess${name}`], `${label}: what the caller may do with it.`)
    describe(queries[`version${name}`], `${label}: one saved state by its id.`)
    describe(queries[`versions${name}`], `${label}: saved states.`)
    describe(mutations[`update${name}`], `${label}: changes it. What is left out stays as it is.`)
    describe(mutations[`restoreVersion${name}`], `${label}: brings it back as a version has it.`)
  }
  describe(queries.Access, 'What the caller may do.')
}

const ofSession = {
  forgotPassword: 'sends a mail with which somebody sets a new password.',
  initialized: 'whether there is anybody who can sign in.',
  login: 'signs in with a password.',
  logout: 'signs out.',
  me: 'who is signed in.',
  refreshToken: 'prolongs the session.',
  resetPassword: 'sets a new password, with what the mail brought.',
  unlock: 'lets somebody try again who was locked out after wrong passwords.',
  verifyEmail: 'confirms an address.',
}
