import type { Payload, WhereField } from 'payload'
import type { Registry } from 'prom-client'

import { askedNowAndThen } from './asked-now-and-then.ts'
import { gaugeByState } from './gauge-by-state.ts'

/** How many scheduled publications wait for their time, are due, and are late. All are counts by an index. */
export const observeSchedules = ({
  payload,
  registry,
}: {
  payload: Payload
  registry: Registry
}): void => {
  const count = async (at: WhereField): Promise<number> => {
    const { totalDocs } = await payload.db.count({
      collection: 'scheduled-publications',
      where: { and: [{ state: { equals: 'pending' } }, { at }] },
    })
    return totalDocs
  }
  const ask = askedNowAndThen({
    ask: async () => {
      const now = new Date().toISOString()
      const aMinuteAgo = new Date(Date.now() - 60_000).toISOString()
      const [waiting, due, late] = await Promise.all([
        count({ greater_than: now }),
        count({ less_than_equal: now }),
        count({ less_than_equal: aMinuteAgo }),
      ])
      return { due, late, waiting }
    },
    logger: payload.logger,
  })
  gaugeByState({
    counts: ask,
    help: 'Scheduled publications that wait for their time, that are due, and that are late: a minute past it.',
    name: 'qiao_scheduled_publications',
    registry,
  })
}
