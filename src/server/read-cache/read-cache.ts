import { watchWrites } from '@qiao/committed-writes'
import {
  anything,
  type AnswerStore,
  changeOfWrites,
  createAnswerStore,
  watchReads,
} from '@qiao/read-cache'
import type { Payload } from 'payload'

import { watchOtherProcesses } from '../../database/watch-other-processes.ts'
import type { Env } from '../../env.ts'
import { type Answer, sizeOfAnswer } from './answer.ts'
import type { CacheStats } from './cache-stats.ts'
import { encode, type Encoding, leastBytes } from './encode.ts'

export type ReadCache = {
  /** Whether what is kept here is known to be what every process has written. */
  isCurrent: () => boolean
  /** Has an answer compressed for those who come next. */
  compress: (key: string, answer: Answer, encoding: Encoding) => void
  counts: Pick<CacheStats, 'hits' | 'joins' | 'misses' | 'overtaken'>
  stats: () => CacheStats
  store: AnswerStore<Answer>
}

/** Fields that are kept for the people who write, and that no reader is shown. */
const unseen = ['localeStates']

/** Who writes those alone writes the time of the last change as it was. */
const alongside = ['updatedAt']

/** Answers that are kept until something that they were made from is written, in this process or another one. */
export const createReadCache = ({
  env: { cache },
  payload,
}: {
  env: Pick<Env, 'cache'>
  payload: Payload
}): ReadCache => {
  const store = createAnswerStore<Answer>({ bytes: cache.bytes })
  const counts = { hits: 0, joins: 0, misses: 0, overtaken: 0 }
  watchReads(payload)
  watchWrites(payload, {
    afterCommit: (writes) => {
      const change = changeOfWrites(writes, { alongside, unseen })
      if (change) store.drop(change)
    },
    statesOf: store.statesOf,
    watches: () => true,
  })
  const others = cache.isOn
    ? watchOtherProcesses({
        onChange: (writes) => {
          const change = writes === 'anything' ? anything : changeOfWrites(writes, { unseen })
          if (change) store.drop(change)
        },
        payload,
      })
    : { isCurrent: () => false }
  const underWay = new WeakMap<Answer, Set<Encoding>>()
  return {
    compress: (key, answer, encoding) => {
      const { identity } = answer.variants
      const begun = underWay.get(answer) ?? new Set()
      if (encoding === 'identity' || begun.has(encoding) || identity.length < leastBytes) return
      underWay.set(answer, begun.add(encoding))
      encode(identity, encoding).then(
        (bytes) => {
          if (bytes.length >= identity.length) return
          answer.variants[encoding] = bytes
          store.grow(key, answer, sizeOfAnswer(answer, key))
        },
        (err: unknown) => payload.logger.warn({ err, msg: 'An answer could not be compressed' }),
      )
    },
    counts,
    isCurrent: others.isCurrent,
    stats: () => ({ ...counts, ...store.size(), drops: store.now() }),
    store,
  }
}
