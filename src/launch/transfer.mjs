// npm run import -- file.jsonl and npm run export -- file.jsonl, with the settings of the server.
import { runNode } from './run-node.mjs'

process.exitCode = await runNode([
  // What is made of one line is garbage with the next: with more room, less of it is copied about.
  '--max-semi-space-size=64',
  '--import',
  'tsx',
  'src/launch/transfer-content.ts',
  ...process.argv.slice(2),
])
