import type { Locale } from '../localization.ts'

const tag = Symbol('in both languages')

/** A value of a localized field, written in both languages. */
export type InBoth = Record<Locale, unknown> & { [tag]: true }

/** The English and the Chinese value of one localized field. */
export const inBoth = (en: unknown, zh: unknown): InBoth => ({ en, zh, [tag]: true })

export const isInBoth = (value: unknown): value is InBoth =>
  typeof value === 'object' && value !== null && tag in value
