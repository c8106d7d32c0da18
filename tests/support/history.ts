/** What readers see of something, as text; undefined when they do not see it. */
export type Seen = string | undefined

type State = { ackedAt: number; begunAt: number; by: string; seen: Seen }

/** What was written when, and which answers it allows. */
export const createHistory = ({ slackMs = 0 }: { slackMs?: number } = {}) => {
  const states = new Map<string, State[]>()
  const faults: string[] = []
  let checked = 0
  let oldest = 0
  return {
    /** Of all answers that were right, the one that was the longest behind, in milliseconds. */
    behindMs: () => Math.round(oldest),
    /**
     * Checks what an answer says of `name`, which was asked for at `askedAt`: it has to be what was so at some time since
     * then, or, of what another process wrote, within the slack before.
     */
    check: ({
      askedAt,
      by = '',
      door,
      name,
      seen,
    }: {
      askedAt: number
      by?: string
      door: string
      name: string
      seen: Seen
    }): void => {
      checked += 1
      const known = states.get(name) ?? []
      const answeredAt = performance.now()
      const behind = known.flatMap((state, index) => {
        if (state.seen !== seen || state.begunAt > answeredAt) return []
        const next = known[index + 1]
        return next ? [{ by: next.by, ms: askedAt - next.ackedAt }] : [{ by, ms: 0 }]
      })
      const best = behind.reduce((least, each) => (each.ms < least.ms ? each : least), {
        by,
        ms: Infinity,
      })
      if (best.ms > (best.by === by ? 0 : slackMs)) {
        const told = known.slice(-4).map((each) => [each.seen, Math.round(each.ackedAt - askedAt)])
        faults.push(`${door} on ${by} says ${String(seen)} of ${name}: ${JSON.stringify(told)}`)
      } else oldest = Math.max(oldest, best.ms)
    },
    checked: () => checked,
    faults,
    /** Writes, and notes what readers see from then on. */
    write: async ({
      by = '',
      name,
      run,
      seen,
    }: {
      by?: string
      name: string
      run: () => Promise<unknown>
      seen: Seen
    }): Promise<void> => {
      const known = states.get(name) ?? []
      states.set(name, known)
      const state = { ackedAt: Infinity, begunAt: performance.now(), by, seen }
      known.push(state)
      await run()
      state.ackedAt = performance.now()
    },
  }
}
