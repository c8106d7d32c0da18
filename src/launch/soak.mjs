// npm run start:soak [-- 50]: starts the server again and again, one start after the other, and fails
// when one start fails or the slowest takes longer than it may.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { repository } from './repository.mjs'

const starts = Number(process.argv[2] ?? 50)
const port = Number(process.env.PORT ?? 39_517)
const dataDir = mkdtempSync(path.join(tmpdir(), 'qiao-soak-'))

/** @returns {Promise<number>} milliseconds from spawn to the line that says it is ready */
const startOnce = async () => {
  const begun = performance.now()
  const child = spawn(process.execPath, ['src/launch/start.mjs'], {
    cwd: repository,
    env: {
      ...process.env,
      LOG_LEVEL: 'error',
      PORT: String(port),
      QIAO_ADMIN: 'off',
      QIAO_DATA_DIR: dataDir,
      QIAO_DEMO: 'off',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let output = ''
  const ready = new Promise((resolve) => {
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString()
      if (output.includes('Qiao is ready.')) {
        resolve(performance.now() - begun)
      }
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
  })
  const ms = await Promise.race([ready, exited.then(() => undefined)])
  child.kill('SIGTERM')
  const [code] = await exited
  if (ms === undefined || code !== 0) {
    throw new Error(`A start failed with exit code ${code}:\n${output}`)
  }
  return ms
}

const times = []
try {
  for (let count = 1; count <= starts; count += 1) {
    times.push(await startOnce())
  }
} finally {
  rmSync(dataDir, { force: true, recursive: true })
}
// The first makes the database; it is told apart.
const [first, ...others] = times
const sorted = others.sort((a, b) => a - b)
const seconds = (/** @type {number | undefined} */ ms) => `${((ms ?? 0) / 1000).toFixed(2)} s`
console.log(
  `${times.length} starts, none failed: first ${seconds(first)}, then median ${seconds(sorted[Math.floor(sorted.length / 2)])}, slowest ${seconds(sorted.at(-1))}.`,
)
