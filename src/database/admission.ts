export type Place = {
  /** Gives the place back; a second call does nothing. */
  leave: () => void
  /** Tells that the operation begins anew, so that its time counts from now. */
  touch: () => void
}

export type Admission = {
  /** Waits for a place. */
  enter: () => Promise<Place>
  /** Tells that a transaction was lost: fewer are let in at once. */
  countConflict: () => void
  /** Tells that one went through: slowly more are let in again. */
  countSuccess: () => void
}

/**
 * Lets in as many operations at once as do well together: up to `most`, and one at a time while they defeat each
 * other. An operation that does not come to an end for `patienceMs` no longer counts, so that it cannot stop all others.
 */
export const createAdmission = ({
  most = 8,
  patienceMs = 10_000,
}: { most?: number; patienceMs?: number } = {}): Admission => {
  const waiting: (() => void)[] = []
  let width = most
  let inside = 0

  const admit = () => {
    while (waiting.length && inside < Math.floor(width)) {
      inside += 1
      waiting.shift()?.()
    }
  }

  return {
    countConflict: () => {
      width = Math.max(1, width / 2)
    },
    countSuccess: () => {
      // One lost transaction costs as much as a success, so a hot document is tried by two only now and then.
      width = Math.min(most, width + 0.05)
      admit()
    },
    enter: async () => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        admit()
      })
      let isInside = true
      const leave = () => {
        clearTimeout(impatience)
        if (isInside) {
          isInside = false
          inside -= 1
          admit()
        }
      }
      const impatience = setTimeout(leave, patienceMs)
      impatience.unref()
      return { leave, touch: () => impatience.refresh() }
    },
  }
}
