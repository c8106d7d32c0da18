import type { Server } from 'node:http'

import type { Env } from '../env.ts'
import type { SignIns } from '../launch/sign-ins.ts'

/** The end of a start: where to look, and who may sign in. */
export const announce = ({
  env,
  server,
  signIns,
}: {
  env: Env
  server: Server
  signIns: SignIns | undefined
}): void => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : env.port
  const base = env.port === 0 ? `http://${env.host}:${port}` : env.publicUrl
  const lines = [
    '',
    'Qiao is ready.',
    ...(env.admin ? [`  Admin    ${base}/admin`] : []),
    `  GraphQL  ${base}/api/graphql`,
    `  REST     ${base}/api/news-briefs?locale=zh`,
    `  Docs     ${base}/api/docs`,
    `  Health   ${base}/health/ready`,
  ]
  if (signIns) {
    lines.push('', `Sign in with the password ${signIns.password} (shown this once) as`)
    lines.push(...signIns.emails.map((email) => `  ${email}`))
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}
