import type { Watch } from '../watch-other-processes.ts'

/** What SQLite says on one connection: it changes when another connection has committed, and is compared on that one only. */
export type DataVersion = { connection: object; version: number }

/** What our adapter has beside its declared type. */
export type KnowsDataVersion = { readDataVersion: () => Promise<DataVersion> }

const everyMs = 100

/**
 * Asks the connection that writes, ten times a second, whether another one has committed. Whatever this process commits
 * goes through that connection and does not count.
 */
export const watchDataVersion: Watch = ({ currentForMs, payload, tell }) => {
  const { readDataVersion } = payload.db as unknown as KnowsDataVersion
  let last: DataVersion | undefined
  let askedAt = -Infinity
  let underWay: Promise<void> | undefined
  let isStopped = false

  const look = async () => {
    const at = performance.now()
    try {
      const found = await readDataVersion()
      const isSame = last?.connection === found.connection && last.version === found.version
      last = found
      if (!isSame) tell('anything')
      askedAt = at
    } catch (error) {
      // Until it is known again, nothing counts as current.
      last = undefined
      if (!isStopped) payload.logger.debug({ err: error, msg: 'SQLite does not tell its version' })
    }
  }
  const beside = () => {
    underWay ??= look().finally(() => {
      underWay = undefined
    })
  }
  const timer = setInterval(beside, everyMs)
  timer.unref()
  beside()
  return {
    isCurrent: () => performance.now() - askedAt < currentForMs,
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await underWay
      askedAt = -Infinity
    },
  }
}
