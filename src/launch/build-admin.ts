import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { hashFiles } from './hash-files.mjs'
import { repository } from './repository.mjs'

/** Whether the admin UI was built from what it is made of now. */
export const isAdminBuilt = (): boolean =>
  existsSync(path.join(buildFolder, 'BUILD_ID')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === hashInputs()

/**
 * Builds the admin UI.
 * @throws when the build fails; its output is then printed
 */
export const buildAdmin = async (): Promise<void> => {
  const inputs = hashInputs()
  await runNextBuild()
  writeFileSync(stamp, inputs)
}

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

const runNextBuild = async (): Promise<void> => {
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
  const stopChild = () => child.kill()
  process.once('exit', stopChild)
  const [code] = (await once(child, 'exit')) as [number | null]
  process.off('exit', stopChild)
  if (code !== 0) {
    process.stderr.write(output)
    throw new Error(
      'The admin UI could not be built; the reason is above. QIAO_ADMIN=off starts without it.',
    )
  }
}
