import type { Response } from 'express'

import { errorCodes } from '../graphql/error-codes.ts'

/** That something was refused, and why, in one of few words. */
export type Refusal = { by: 'graphql' | 'rate-limit'; reason: string }

/** Notes it at the answer, for whoever counts. */
export const noteRefusal = (res: Response, refusal: Refusal): void => {
  const noted = res.locals[place] as Refusal[] | undefined
  if (noted) noted.push(refusal)
  else res.locals[place] = [refusal]
}

/** Notes the errors of a GraphQL answer: each word once, and only the words that are ours. */
export const noteGraphqlErrors = (res: Response, codes: unknown[]): void => {
  for (const code of new Set(codes)) {
    const isLimit = code === 'too-many-requests'
    const reason = typeof code === 'string' && Object.hasOwn(errorCodes, code) ? code : 'other'
    noteRefusal(res, isLimit ? { by: 'rate-limit', reason: 'sign-in' } : { by: 'graphql', reason })
  }
}

/** What was refused in answering a request. */
export const refusalsOf = (res: Response): readonly Refusal[] =>
  (res.locals[place] as Refusal[] | undefined) ?? []

const place = 'refusals'
