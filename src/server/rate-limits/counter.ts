/** How long requests are counted together. */
export const windowMs = 60_000

export type Count = {
  /** How often it was counted in this window, this time included. */
  hits: number
  resetAt: Date
}

/** Counts something of a name. Windows begin with each minute, the same in every process. */
export type Counter = (name: string) => Promise<Count>

/** The end of the present window. */
export const endOfWindow = (now = Date.now()): Date =>
  new Date((Math.floor(now / windowMs) + 1) * windowMs)

/** The seconds until then, as headers tell them. */
export const secondsUntil = (resetAt: Date): number =>
  Math.max(1, Math.ceil((resetAt.getTime() - Date.now()) / 1000))
