import type { Config, PayloadRequest } from 'payload'

import type { AuditTrailOptions } from '../options.ts'
import { isRefusedSignIn, recordRefusedSignIn } from './tell-sign-ins.ts'

type Resolve = (
  source: unknown,
  args: { email?: unknown },
  context: { req: PayloadRequest },
  info: unknown,
) => Promise<unknown>

type Fields = Record<string, { resolve?: Resolve }>

/** GraphQL has no hook for errors; so the mutations that sign in are wrapped. */
export const withToldSignIns = (
  config: Config,
  options: AuditTrailOptions,
): NonNullable<Config['graphQL']> => ({
  ...config.graphQL,
  mutations: (graphql, context) => {
    const own = config.graphQL?.mutations?.(graphql, context) ?? {}
    // Payload's type leaves out what its schema holds by now.
    const { collections, Mutation } = context as unknown as {
      collections: Record<string, { config: { auth?: unknown; slug: string }; graphQL?: Names }>
      Mutation: { fields: Fields }
    }
    const logins = Object.values(collections).flatMap(({ config: { auth, slug }, graphQL }) => {
      const name = `login${graphQL?.type?.name ?? ''}`
      const login = Mutation.fields[name]
      const resolve = login?.resolve
      if (!auth || !resolve || !(slug in options.collections)) return []
      const telling: Resolve = async (source, args, resolverContext, info) => {
        try {
          return await resolve(source, args, resolverContext, info)
        } catch (error) {
          const { req } = resolverContext
          if (isRefusedSignIn(error))
            await recordRefusedSignIn({ email: args.email, options, req, slug })
          throw error
        }
      }
      return [[name, { ...login, resolve: telling }] as const]
    })
    return { ...own, ...Object.fromEntries(logins) }
  },
})

type Names = { type?: { name?: string } }
