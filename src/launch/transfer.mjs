// npm run import -- file.jsonl and npm run export -- file.jsonl, with the settings of the server.
import { runNode } from './run-node.mjs'

process.exitCode = await runNode([
  '--import',
  'tsx',
  'src/launch/transfer-content.ts',
  ...process.argv.slice(2),
])
