import type { Request } from 'express'

import { HttpError } from '../http-error.ts'

export type AnswerType = 'application/graphql-response+json' | 'application/json'

/**
 * The media type of the answer: what the client prefers, and `application/json` where it does not mind.
 * @throws {HttpError} 406 when it takes neither
 */
export const negotiateAnswer = (req: Pick<Request, 'accepts'>): AnswerType => {
  const accepted = acceptedType(req)
  if (!accepted) {
    throw new HttpError(
      406,
      'The answer is application/graphql-response+json or application/json, in UTF-8: accept one of them.',
      { code: 'not-acceptable' },
    )
  }
  return accepted
}

/** The same for an answer that has to be given in any case, such as an error. */
export const acceptedType = (req: Pick<Request, 'accepts'>): AnswerType | undefined => {
  const best = req.accepts(types.flatMap((type) => [type, `${type}; charset=utf-8`]))
  return types.find((type) => best && best.startsWith(type))
}

/** The first is what `*` stands for, as clients expect it that know nothing of the other. */
const types: AnswerType[] = ['application/json', 'application/graphql-response+json']
