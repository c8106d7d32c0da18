import type { Client } from '@libsql/client'

import type { Writer } from './writer.ts'
import type { WriteQueue } from './write-queue.ts'

import { analysisLimit, correctRowCounts } from './correct-row-counts.ts'
import { isBusy } from './open-connection.ts'

export type Statistics = {
  /** Gathers statistics now, for both connections. Does nothing when another process holds the database. */
  gather: () => Promise<void>
  /** Counts one written document. */
  countWrite: () => void
  /** Gathers, after a commit, when as many writes have come as there were before. */
  gatherIfDue: () => void
  /** Gathers, after a read, when the database has grown much without writes of this process. */
  gatherIfGrown: () => void
  /** Waits for what is under way and gathers what is missing. */
  close: () => Promise<void>
}

const firstAt = 128
const atMostEvery = 8192
const everyMs = 10 * 60_000
const lookEveryMs = 1000
/** Without statistics, or with those of a small database, SQLite reads whole tables of texts for a list of ten. */
const muchGrowth = 1.5

/** Keeps the query planner's statistics (`ANALYZE`) fresh as a database grows. */
export const createStatistics = ({
  onError,
  queue,
  reader,
  renewReader,
  writer,
}: {
  /** Told of what went wrong beside the caller's work; lists are only slower then. */
  onError: (error: unknown) => void
  queue: WriteQueue
  reader: () => Client
  /** Replaces the connection that reads. */
  renewReader: () => Promise<void>
  writer: Writer
}): Statistics => {
  let writes = 0
  let next = firstAt
  let gatheredPages = 0
  let lookAgainAt = 0
  let underWay: Promise<void> | undefined

  const countPages = async () => {
    const { rows } = await reader().execute('PRAGMA page_count')
    return Number(rows[0]?.page_count)
  }

  const tellReader = async () => {
    // The reader learns new statistics only when told so, which SQLite counts as a write.
    await reader().execute('PRAGMA query_only = OFF')
    // Waiting for another process inside a statement would hold up this one.
    await reader().execute('PRAGMA busy_timeout = 20')
    try {
      await reader().execute('ANALYZE sqlite_schema')
      await reader().execute('PRAGMA busy_timeout = 5000')
      await reader().execute('PRAGMA query_only = ON')
    } catch (error) {
      if (!isBusy(error)) {
        throw error
      }
      // libsql leaves the statement in progress, and the connection would read what was there at that moment, for minutes.
      // A new one knows the statistics by itself. Nobody of this process writes before it is there.
      await renewReader()
    }
  }

  const gather = () =>
    queue.isolate(async () => {
      const lease = await queue.acquire()
      try {
        writes = 0
        await writer.execute(`PRAGMA analysis_limit = ${analysisLimit}`, 'ANALYZE')
        await writer.execute(...(await correctRowCounts(reader())), 'ANALYZE sqlite_schema')
        await tellReader()
        gatheredPages = await countPages()
      } catch (error) {
        if (!isBusy(error)) {
          throw error
        }
      } finally {
        lease.release()
      }
    })

  const beside = (work: () => Promise<void>) => {
    underWay ??= work()
      .catch(onError)
      .finally(() => {
        underWay = undefined
      })
  }
  const gatherBeside = () => {
    beside(gather)
  }

  // Another process may have filled the database meanwhile, of which this one is not told.
  const patrol = setInterval(gatherBeside, everyMs)
  patrol.unref()

  return {
    close: async () => {
      clearInterval(patrol)
      await underWay
      if (writes > 0) {
        await gather()
      }
    },
    countWrite: () => {
      writes += 1
    },
    gather,
    gatherIfDue: () => {
      if (writes >= next) {
        next = Math.min(next * 2, atMostEvery)
        gatherBeside()
      }
    },
    gatherIfGrown: () => {
      if (performance.now() < lookAgainAt) {
        return
      }
      lookAgainAt = performance.now() + lookEveryMs
      beside(async () => {
        if ((await countPages()) > gatheredPages * muchGrowth) {
          await gather()
        }
      })
    },
  }
}
