// npm run audit:check and npm run audit:export, with the settings of the server.
import { runNode } from './run-node.mjs'

process.exitCode = await runNode([
  '--import',
  'tsx',
  'src/launch/audit-trail.ts',
  ...process.argv.slice(2),
])
