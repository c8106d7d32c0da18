/** Says to the person at the terminal why nothing, or not all, was done. */
export class TransferError extends Error {
  override name = 'TransferError'
}
