/** Thrown instead of writing, or committing, what belongs to a transaction that has already ended. */
export class TransactionEndedError extends Error {
  override name = 'TransactionEndedError'

  constructor(what: 'commit' | 'write') {
    super(
      what === 'commit'
        ? 'The transaction was rolled back before it was committed, so nothing of it was saved: an operation inside it failed and its error was swallowed.'
        : 'A write came after the transaction it belongs to had ended, so it was not saved: wait for every write that is given `req`, or give it a request of its own.',
    )
  }
}
