'use client'

import type { LocaleState } from '../content/locale-states.ts'
import type { ListedGap } from './gap-list.tsx'
import type { Review } from '../reviews/open-reviews.ts'
import type { Schedule } from '../schedules/open-schedules.ts'

export type Answer = {
  /** What went wrong, in a sentence for the person. */
  error?: string
  /** The fields that something is wrong with, where the server can lead to them. */
  gaps?: ListedGap[]
  locales?: Record<string, LocaleState>
  mayPublish?: boolean
  url?: string
  /** Codes of the languages that readers see. */
  published?: string[]
  reviews?: Review[]
  schedules?: Schedule[]
  warnings?: { label: string; locale: string; message: string }[]
}

type Failure = {
  data?: { errors?: { label?: string; link?: string; message: string }[] }
  message: string
}

/** Calls the endpoints of the document's languages as the person who is signed in. */
export const ask = async (url: string, init: RequestInit): Promise<Answer> => {
  try {
    const response = await fetch(url, { credentials: 'include', ...init })
    const { errors, ...answer } = (await response.json()) as Answer & { errors?: Failure[] }
    return errors ? { error: errors.map(sentence).join(' '), gaps: errors.flatMap(gapsOf) } : answer
  } catch (error) {
    // Offline, on the way to another page, or an answer from something in between.
    return { error: String(error) }
  }
}

const gapsOf = ({ data }: Failure): ListedGap[] =>
  (data?.errors ?? []).flatMap(({ label, link, message }) =>
    link ? [{ link, message, ...(label ? { label } : {}) }] : [],
  )

const sentence = ({ data, message }: Failure): string =>
  data?.errors?.map((each) => [each.label, each.message].filter(Boolean).join(': ')).join(' ') ??
  message
