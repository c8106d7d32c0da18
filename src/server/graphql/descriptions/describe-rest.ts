import type { GraphQLNamedType, GraphQLSchema } from 'graphql'

import {
  argumentWords,
  fieldWords,
  joinArgumentWords,
  operatorWords,
  scalars,
} from './common-words.ts'
import { describe } from './describe.ts'
import { fieldsOfType } from './fields-of-type.ts'
import { sentence, wordsOf } from './english-of-config.ts'

/** Describes what is the same everywhere: arguments, comparisons, pages, permissions, and what no config tells of. */
export const describeRest = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    const scalar = scalars[type.name]
    if (scalar && 'specifiedByURL' in type) {
      Object.assign(type, { description: scalar.description, specifiedByURL: scalar.url })
    }
    describe(type, textOfType(type))
    if ('getValues' in type) {
      for (const value of type.getValues()) describe(value, textOfValue(type.name, value.name))
    }
    describeFields(type)
  }
}

const describeFields = (type: GraphQLNamedType): void => {
  const isComparison = type.name.endsWith('_operator')
  const isAccess = isAboutAccess(type.name)
  for (const field of fieldsOfType(type)) {
    const { name } = field
    const known = isComparison ? operatorWords[name] : fieldWords[name]
    const text = isAccess
      ? `What the caller may do with “${wordsOf(name)}”.`
      : sentence(wordsOf(name))
    describe(field, known ?? text)
    if (!('args' in field)) continue
    const isJoin = field.args.some((each) => each.name === 'count')
    const words = isJoin ? joinArgumentWords : argumentWords
    for (const argument of field.args) {
      describe(argument, words[argument.name] ?? sentence(wordsOf(argument.name)))
    }
  }
}

const isAboutAccess = (name: string): boolean => /Access|Fields(_|$)/.test(name)

const textOfType = ({ name }: GraphQLNamedType): string => {
  if (name === 'LocaleInputType') return 'A language that content is written in.'
  if (name === 'FallbackLocaleInputType') return 'A language that may stand in, or none.'
  if (name.endsWith('_operator')) return 'Comparisons of a field; all that are given must hold.'
  if (isAboutAccess(name)) return 'What the caller may do.'
  if (name.startsWith('count')) return 'How many documents there are.'
  if (name.startsWith('versions')) return 'A page of saved states, and how many there are.'
  return sentence(wordsOf(name))
}

const textOfValue = (type: string, name: string): string => {
  if (type.endsWith('LocaleInputType')) return languages[name] ?? name
  return sentence(wordsOf(name))
}

const languages: Partial<Record<string, string>> = {
  en: 'English.',
  none: 'None: what is missing stays empty.',
  zh: 'Chinese.',
}
