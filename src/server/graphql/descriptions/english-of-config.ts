import type { FlattenedField, SanitizedConfig } from 'payload'

import { englishText } from '../../../openapi/english-text.ts'

export type English = {
  /** A label or a description of the config, in English; undefined when it has none. */
  of: (text: unknown) => string | undefined
  /** What a field holds, as a sentence. */
  ofField: (field: FlattenedField) => string
}

type Described = { admin?: { description?: unknown }; label?: unknown; name: string }

/** A label that is looked up among Payload's own words. */
type Label = (words: { i18n: object; t: (key: string) => string }) => unknown

/** The English words of a config, in which labels are texts, one for each language, or functions that look them up. */
export const englishOfConfig = ({ i18n }: SanitizedConfig): English => {
  const words = i18n.supportedLanguages.en?.translations as unknown
  const t = (key: string): string => {
    const [group = '', name = ''] = key.split(':')
    const found = isRecord(words) && isRecord(words[group]) ? words[group][name] : undefined
    return typeof found === 'string' ? found : wordsOf(name)
  }
  const of: English['of'] = (text) => {
    const given = typeof text === 'function' ? (text as Label)({ i18n: {}, t }) : text
    return englishText(given) || undefined
  }
  return {
    of,
    ofField: (field) => {
      const { admin, label, name } = field as Described
      const title = sentence(ofPayload[name] ?? of(label) ?? wordsOf(name))
      const about = of(admin?.description)
      return about ? `${title} ${sentence(about)}` : title
    },
  }
}

/** Fields that Payload adds, of which its labels say little. */
const ofPayload: Partial<Record<string, string>> = {
  _status: 'Whether the document is published in this language',
  createdAt: 'When it was created',
  deletedAt: 'When it was put into the trash',
  id: 'What identifies it',
  updatedAt: 'When it was changed last',
}

export const sentence = (text: string): string => {
  const trimmed = text.trim()
  const begun = trimmed.charAt(0).toUpperCase() + trimmed.slice(1)
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`
}

/** `localeStates` in words. */
export const wordsOf = (name: string): string =>
  name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(
      /([a-z0-9])([A-Z])/g,
      (_, before: string, next: string) => `${before} ${next.toLowerCase()}`,
    )
    .trim()

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
