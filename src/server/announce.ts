import type { Server } from 'node:http'

import type { Env } from '../env.ts'
import type { DemoSignIns } from '../launch/seed-demo.ts'

/** The end of a start: where to look, and who may sign in. */
export const announce = ({
  demo,
  env,
  server,
}: {
  demo: DemoSignIns | undefined
  env: Env
  server: Server
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
    `  Health   ${base}/health/ready`,
  ]
  if (demo) {
    lines.push('', `Sign in with the password ${demo.password} (shown this once) as`)
    lines.push(...demo.emails.map((email) => `  ${email}`))
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}
