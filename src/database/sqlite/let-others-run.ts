const longestTurnMs = 2

let turnBegunAt = 0

/**
 * Ends the turn of the event loop when it has lasted long enough. SQLite answers at once, so that a whole publication of
 * forty milliseconds would else be one turn, in which no reader gets an answer that lies ready in memory.
 */
export const letOthersRun = async (): Promise<void> => {
  const now = performance.now()
  if (now - turnBegunAt < longestTurnMs) return
  await new Promise<void>((resolve) => {
    setImmediate(resolve)
  })
  turnBegunAt = performance.now()
}
