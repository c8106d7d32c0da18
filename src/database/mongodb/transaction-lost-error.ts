/**
 * A transaction that lost against another one and left nothing behind. Under a name of its own, so that the log can
 * pass over what is run again and then succeeds.
 */
export class TransactionLostError extends Error {
  constructor(cause: unknown) {
    super('Another write was faster; this one left nothing behind.', { cause })
    this.name = 'TransactionLostError'
  }
}
