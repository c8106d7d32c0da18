import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { hashFiles } from './hash-files.mjs'
import { repository } from './repository.mjs'
import { step } from './step.mjs'

const modules = path.join(repository, 'node_modules')
const stamp = path.join(modules, '.qiao-installed')

/**
 * Installs the packages of package-lock.json when they are not there yet, or the file has changed since.
 *
 * @returns {Promise<void>}
 */
export const installPackages = async () => {
  const wanted = hashFiles({ folder: repository, places: ['package-lock.json'] })
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return
  }
  // Installed by hand: npm leaves its own record, which is as new as what it was made from.
  if (!existsSync(stamp) && isInstalledByHand()) {
    writeFileSync(stamp, wanted)
    return
  }
  await step('Installing packages', async () => {
    await run(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'])
    writeFileSync(stamp, wanted)
  })
}

function isInstalledByHand() {
  const record = path.join(modules, '.package-lock.json')
  if (!existsSync(record)) {
    return false
  }
  const packages = (/** @type {string} */ file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      // What is only for some machines, or only wanted by a peer, may rightly be missing.
      .filter(
        ([name, { devOptional, link, optional, os, peer }]) =>
          name.lastIndexOf('node_modules/') === 0 &&
          !devOptional &&
          !link &&
          !optional &&
          !os &&
          !peer,
      )
      .map(([name, { version }]) => `${name}@${version}`)
  const installed = new Set(packages(record))
  return packages(path.join(repository, 'package-lock.json')).every((name) => installed.has(name))
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
function run(args) {
  // npm tells its scripts where it lies; without it, the one on the path serves.
  const npm = process.env.npm_execpath
  const [command, prefix] = npm ? [process.execPath, [npm]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...prefix, ...args], { cwd: repository, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error('The packages could not be installed; the reason is above.')),
    )
  })
}
