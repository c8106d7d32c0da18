import { cpuSecondsOf } from './cpu-seconds-of.ts'
import type { Load, LoadResult } from './load.ts'

/** One who answers a question, in competition with others. */
export type Contender = {
  /** What the answer has to be, byte for byte. */
  expected: string
  name: string
  path: string
  /** The process that answers, with its children. */
  pid: number | undefined
  url: string
}

/** `cpu`: milliseconds of processor time of one answer, which other programs on the machine hardly disturb. */
export type Rounds = Record<string, (LoadResult & { cpu: number })[]>

/**
 * Lets contenders answer in turns, so that a busy moment of the machine hits all of them: first each warms up, for a new
 * process is still compiling what it runs often. Before and after each turn its answer is compared.
 * @throws when an answer is not the expected one, or a request failed
 */
export const alternate = async ({
  contenders,
  load,
  rounds,
  seconds,
}: {
  contenders: Contender[]
  load: Load
  rounds: number
  seconds: number
}): Promise<Rounds> => {
  const results: Rounds = {}
  for (let round = -1; round < rounds; round++) {
    for (const contender of contenders) {
      const { name, path, url } = contender
      await assertAnswer(contender)
      const before = await cpuSecondsOf(contender.pid)
      const result = await load({ paths: [path], seconds, url })
      const cpu = ((await cpuSecondsOf(contender.pid)) - before) / (result.count / 1000)
      await assertAnswer(contender)
      if (result.errors + result.non2xx > 0) {
        throw new Error(`${name} failed ${result.errors + result.non2xx} times.`)
      }
      if (round >= 0) (results[name] ??= []).push({ ...result, cpu })
    }
  }
  return results
}

const assertAnswer = async ({ expected, name, path, url }: Contender): Promise<void> => {
  const answer = await fetch(`${url}${path}`)
  const text = await answer.text()
  if (answer.status === 200 && text === expected) return
  const at = Math.max(0, firstDifference(text, expected) - 100)
  throw new Error(
    `${name} answered wrongly (${answer.status}), from ${at} on:\n${text.slice(at, at + 300)}\n` +
      `instead of:\n${expected.slice(at, at + 300)}`,
  )
}

const firstDifference = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

/** The ratio of two contenders, round by round. */
export const ratiosOf = ({
  by = 'perSecond',
  of,
  results,
  to,
}: {
  /** @default requests per second */
  by?: 'cpu' | 'p50' | 'perSecond'
  of: string
  results: Rounds
  to: string
}): number[] =>
  (results[of] ?? []).map((result, round) => result[by] / (results[to]?.[round]?.[by] ?? NaN))
