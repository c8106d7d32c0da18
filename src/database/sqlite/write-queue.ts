import { AsyncLocalStorage } from 'node:async_hooks'

export type WriteQueueOptions = {
  /**
   * How long the holder of the queue may do nothing while others wait, in milliseconds. A waiter that was started
   * by the holder itself is refused after half of it, any other waiter after all of it, and after six times as
   * much the holder is taken for lost. Waiting behind a holder that works has no limit.
   * @default 10_000
   */
  lockTimeoutMs?: number
}

/** The right to write, held by one transaction at a time. */
export type WriteLease = {
  /** What to do when the holder is taken for lost; the lease is released by whoever is called here. */
  onLost: () => void
  /** Tells the queue that the holder is at work. */
  touch: () => void
  /** Gives the right to the next one in the line; a second call does nothing. */
  release: () => void
}

export type WriteQueue = {
  /** Waits for the right to write. @throws WriteQueueError when the holder does nothing for too long. */
  acquire: () => Promise<WriteLease>
  /** Runs `run` so that what it acquires does not count as begun by the caller's own later steps. */
  isolate: <T>(run: () => Promise<T>) => Promise<T>
  /** Waits until nobody holds or waits. */
  idle: () => Promise<void>
}

/** Thrown to a write that waited for a transaction which does nothing. */
export class WriteQueueError extends Error {
  override name = 'WriteQueueError'
}

/** A first-in-first-out line of writers in this process, which tells a deadlock from a long line. */
export const createWriteQueue = ({
  lockTimeoutMs = 10_000,
}: WriteQueueOptions = {}): WriteQueue => {
  const scope = new AsyncLocalStorage<Holder>()
  const line: Waiter[] = []
  const idleListeners: (() => void)[] = []
  const tickMs = Math.max(5, Math.min(250, lockTimeoutMs / 8))
  let holder: Holder | undefined
  let watch: NodeJS.Timeout | undefined
  let lastTick = 0

  const grant = (next: Holder): WriteLease => {
    holder = next
    if (!watch) {
      lastTick = performance.now()
      watch = setInterval(tick, tickMs)
    }
    watch[line.length ? 'ref' : 'unref']()
    next.lease = {
      onLost: () => next.lease?.release(),
      release: () => {
        if (next.ended) {
          return
        }
        next.ended = true
        holder = undefined
        const waiter = line.shift()
        if (waiter) {
          waiter.resolve(grant(waiter.holder))
        } else {
          watch?.unref()
          idleListeners.splice(0).forEach((listener) => listener())
        }
      },
      touch: () => {
        next.idleMs = 0
      },
    }
    return next.lease
  }

  const refuse = (isRefused: (waiter: Waiter) => boolean, reason: string) => {
    for (const waiter of line.filter(isRefused)) {
      line.splice(line.indexOf(waiter), 1)
      waiter.holder.ended = true
      waiter.reject(new WriteQueueError(reason))
    }
  }

  const tick = () => {
    const now = performance.now()
    // A blocked event loop is not an idle holder: a late tick counts as two at most.
    const elapsed = Math.min(now - lastTick, tickMs * 2)
    lastTick = now
    if (!holder) {
      clearInterval(watch)
      watch = undefined
      return
    }
    const stuck = holder
    stuck.idleMs += elapsed
    if (stuck.idleMs >= lockTimeoutMs / 2) {
      refuse(
        (waiter) => isWithin(waiter.holder.parent, stuck),
        `A write waited ${Math.round(stuck.idleMs)} ms for the transaction it was started from: a hook (or an endpoint) that runs inside a transaction called the Local API without \`req\`. Pass \`req\` on, or do not wait for the call.`,
      )
    }
    if (stuck.idleMs >= lockTimeoutMs) {
      refuse(
        (waiter) => waiter.since <= now - lockTimeoutMs,
        `A write waited while another transaction held the database and did nothing for ${Math.round(stuck.idleMs)} ms: most likely a hook called the Local API without passing \`req\`, or waits for something outside while its transaction is open.`,
      )
    }
    if (stuck.idleMs >= lockTimeoutMs * 6) {
      stuck.lease?.onLost()
    }
    watch?.[line.length ? 'ref' : 'unref']()
  }

  return {
    acquire: () => {
      const mine: Holder = { ended: false, idleMs: 0, parent: activeHolder(scope.getStore()) }
      // Synchronous on purpose: only so do the caller's later steps know which transaction they belong to.
      scope.enterWith(mine)
      if (!holder) {
        return Promise.resolve(grant(mine))
      }
      return new Promise((resolve, reject) => {
        line.push({ holder: mine, reject, resolve, since: performance.now() })
        watch?.ref()
      })
    },
    idle: () =>
      holder ? new Promise((resolve) => idleListeners.push(resolve)) : Promise.resolve(),
    isolate: (run) => {
      const outer = activeHolder(scope.getStore())
      return outer ? scope.run(outer, run) : scope.run({ ended: true, idleMs: 0 }, run)
    },
  }
}

type Holder = { ended: boolean; idleMs: number; lease?: WriteLease; parent?: Holder | undefined }

type Waiter = {
  holder: Holder
  reject: (error: Error) => void
  resolve: (lease: WriteLease) => void
  since: number
}

const activeHolder = (holder: Holder | undefined): Holder | undefined => {
  let current = holder
  while (current?.ended) {
    current = current.parent
  }
  return current
}

const isWithin = (start: Holder | undefined, sought: Holder): boolean => {
  for (let current = start; current; current = current.parent) {
    if (current === sought) {
      return true
    }
  }
  return false
}
