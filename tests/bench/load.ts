import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

import { spawnProgram } from './programs.ts'

export type LoadOptions = {
  /** How many requests, instead of how long. */
  amount?: number
  /** Asked one after the other, by each of ten connections. */
  paths: string[]
  seconds?: number
  url: string
}

/** Times are milliseconds. */
export type LoadResult = {
  /** Requests that were answered. */
  count: number
  /** Connections that broke, and answers of 500 and above. */
  errors: number
  non2xx: number
  p50: number
  p99: number
  perSecond: number
}

export type Load = (options: LoadOptions) => Promise<LoadResult>

/** A process that asks, for all measurements: it is as warm for the last one as for the first. */
export const startLoad = async (): Promise<{ load: Load; stop: () => Promise<void> }> => {
  const child = spawnProgram('tests/bench/load-process.ts', { stdio: 'ipc' })
  const exited = once(child, 'exit')
  await next(child)
  return {
    load: async (options) => {
      const answer = next(child)
      child.send(options)
      return (await answer) as LoadResult
    },
    stop: async () => {
      child.kill('SIGTERM')
      await exited
    },
  }
}

const next = async (child: ChildProcess): Promise<unknown> => {
  const [message] = (await once(child, 'message')) as [unknown]
  return message
}
