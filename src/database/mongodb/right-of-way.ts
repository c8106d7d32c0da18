import type { mongo } from 'mongoose'

import { randomUUID } from 'node:crypto'

export type RightOfWay = {
  /** Waits while another process has it; not longer than it lasts. */
  giveWay: () => Promise<void>
  /** Gives it back, if this process has it. */
  release: () => Promise<void>
  /** Takes it, or takes it anew, after whoever has it now; goes on without it after twice `lastsMs`. */
  take: () => Promise<void>
}

export type Turn = { _id: string; holder: string; until: Date }

/**
 * Lets a write that lost its transaction go before those of other processes, so that no process can defeat another one
 * again and again. It is a courtesy, not a lock: transactions keep the data right without it, and it ends by itself
 * `lastsMs` after it was taken, should its holder be gone.
 */
export const createRightOfWay = (
  turns: () => mongo.Collection<Turn>,
  { lastsMs = 5000 }: { lastsMs?: number } = {},
): RightOfWay => {
  const holder = randomUUID()
  let isHeld = false

  const tryToTake = async (): Promise<boolean> => {
    const now = Date.now()
    try {
      await turns().updateOne(
        { $or: [{ holder }, { until: { $lt: new Date(now) } }], _id },
        { $set: { holder, until: new Date(now + lastsMs) } },
        { upsert: true },
      )
      return true
    } catch (error) {
      if ((error as { code?: unknown }).code === duplicateKey) {
        return false
      }
      throw error
    }
  }

  const giveWay = async () => {
    const latest = performance.now() + lastsMs
    do {
      const turn = await turns().findOne({ _id })
      if (!turn || turn.holder === holder || turn.until.getTime() < Date.now()) {
        return
      }
    } while (await pause(latest))
  }

  return {
    giveWay,
    release: async () => {
      if (isHeld) {
        isHeld = false
        // Failing to say so is no failure of the write, which is done; it ends by itself.
        await turns()
          .deleteOne({ _id, holder })
          .catch(() => undefined)
      }
    },
    take: async () => {
      const latest = performance.now() + 2 * lastsMs
      do {
        isHeld = await tryToTake()
      } while (!isHeld && (await pause(latest)))
    },
  }
}

const _id = 'write'

const duplicateKey = 11_000

/** Answers whether there is time left. */
const pause = async (latest: number): Promise<boolean> => {
  await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 15))
  return performance.now() < latest
}
