import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { hashFiles } from './hash-files.mjs'
import { repository } from './repository.mjs'

/** Whether the admin UI was built from what it is made of now. */
export const isAdminBuilt = (): boolean =>
  existsSync(path.join(buildFolder, 'BUILD_ID')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === hashInputs()

/**
 * Builds the admin UI; when another process is building it already, waits for that one.
 * @throws when the build fails; its output is then printed
 */
export const buildAdmin = async (): Promise<void> => {
  const inputs = hashInputs()
  const patience = performance.now() + 5 * 60_000
  for (;;) {
    const { code, output } = await runNextBuild()
    if (code === 0) {
      writeFileSync(stamp, inputs)
      return
    }
    if (!isBuiltElsewhere(output) || performance.now() > patience) {
      process.stderr.write(output)
      throw new Error(
        'The admin UI could not be built; the reason is above. QIAO_ADMIN=off starts without it.',
      )
    }
    await setTimeout(1000)
    if (isAdminBuilt()) {
      return
    }
  }
}

const isBuiltElsewhere = (output: string): boolean =>
  output.includes('Another next build process is already running')

const buildFolder = path.join(repository, 'src/admin/.next')

/** Lies in the build, so that it goes when the build goes. */
const stamp = path.join(buildFolder, 'qiao-inputs')

const inputPlaces = [
  'collections',
  'src',
  'payload.config.ts',
  'package-lock.json',
  'tsconfig.json',
]

/** The admin UI takes in the content model, never the programs around it. */
const isAdminInput = (file: string): boolean =>
  !/^src\/(admin\/\.next|generated|launch|seed|server)\/|\.test\.ts$|next-env\.d\.ts$/.test(file)

const hashInputs = (): string =>
  hashFiles({ folder: repository, isWanted: isAdminInput, places: inputPlaces })

const runNextBuild = async (): Promise<{ code: number | null; output: string }> => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', 'node_modules/next/dist/bin/next', 'build', 'src/admin'],
    {
      cwd: repository,
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        // Next starts workers of its own, which see nothing but this.
        NODE_OPTIONS: '--conditions=production',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  // Whoever stops the start stops the build, which would go on by itself.
  const stopBoth = (): void => {
    child.kill()
    process.exit(1)
  }
  const occasions = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']
  for (const occasion of occasions) {
    process.on(occasion, stopBoth)
  }
  const [code] = (await once(child, 'exit')) as [number | null]
  for (const occasion of occasions) {
    process.off(occasion, stopBoth)
  }
  return { code, output }
}
