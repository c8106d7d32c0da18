import type { GraphQLSchema } from 'graphql'
import { APIError } from 'payload'

import { clientAddress } from '../../client-address.ts'
import type { Env } from '../../env.ts'
import type { GraphqlContext } from '../graphql/graphql-schema.ts'
import { counterOf } from './counter-of.ts'
import { takeSignIn, tooManySignIns } from './sign-in-budget.ts'

/**
 * Limits attempts to sign in, and other ways to a password, over GraphQL: each field counts, since one document can hold
 * many under aliases.
 */
export const limitSignInMutations = (
  schema: GraphQLSchema,
  { rateLimits }: Pick<Env, 'rateLimits'>,
): void => {
  for (const [name, field] of Object.entries(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field
    if (!resolve || !ways.test(name)) continue
    field.resolve = async (source, args: { email?: unknown }, context: GraphqlContext, info) => {
      const { headers, req } = context
      const budget = await takeSignIn({
        address: clientAddress(req) ?? undefined,
        count: counterOf(req.payload),
        email: args.email,
        rateLimits,
      })
      if (budget?.isSpent) {
        headers['Retry-After'] = String(budget.seconds)
        throw new APIError(tooManySignIns, 429, { code: 'too-many-requests' }, true)
      }
      return resolve(source, args, context, info)
    }
  }
}

/** As Payload names them: `loginUser`, `forgotPasswordUser` and so on. */
const ways = /^(?:login|forgotPassword|resetPassword|unlock|verifyEmail)[A-Z]/
