// npm start: everything from a fresh clone to a listening server. Plain JavaScript, because on a
// fresh clone there is nothing yet that could read TypeScript.
import { installPackages } from './install-packages.mjs'
import { runNode } from './run-node.mjs'
import { bundleServer } from './bundle-server.mjs'

// npm passes a signal to the shell it started, which dies without telling us; that our parent is another one now is
// all we see of it. A server left behind would hold the port.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

try {
  await installPackages()
  const main = await bundleServer()
  process.exitCode = await runNode(['--enable-source-maps', main], {
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: process.env.NODE_ENV || 'production' },
  })
} catch (error) {
  console.error(`\n✖ ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
