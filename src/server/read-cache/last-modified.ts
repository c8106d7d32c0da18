/** The time that `Last-Modified` names, and how it is written. */
export type LastModified = { at: number; text: string }

/**
 * Five seconds are more than one process is behind another, and by which their clocks may differ, together: they have to
 * agree within three.
 */
const settleMs = 5000

/**
 * When an answer that was made at `madeAt` counts as last modified: some seconds later, and not before is it said.
 *
 * `updatedAt` will not do. A document that leaves a list takes its date along, the list seems older than before, and who
 * asks by date alone is told that nothing has changed. That these bytes were made here at a certain time is always true,
 * but a second is long: something else may have been made, and written over, in the same one, or by a process whose clock
 * is ahead. After some seconds that is past. Whatever was said before of other bytes at this address was said of an
 * earlier time, whichever process says so, for those bytes were made, and stood for as long, before they were replaced.
 */
export const lastModifiedOf = (madeAt: number): LastModified => {
  const at = Math.ceil((madeAt + settleMs) / 1000) * 1000
  return { at, text: new Date(at).toUTCString() }
}
