import { APIError } from 'payload'

/** Says in words for the caller that a document which another refers to is not there; SQLite only says that a key fails. */
export const refuseMissingReference = async <Result>(
  run: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await run()
  } catch (error) {
    const { cause } = error as { cause?: unknown }
    if (![error, cause].some((each) => each instanceof Error && each.message.includes(failedKey)))
      throw error
    throw new APIError('A document that is referred to is not there.', 400, undefined, true)
  }
}

const failedKey = 'FOREIGN KEY constraint failed'
