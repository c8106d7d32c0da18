import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { hashFiles } from './hash-files.mjs'
import { repository } from './repository.mjs'

const cache = path.join(repository, 'node_modules/.cache/qiao/server')

/**
 * Puts the TypeScript of this repository into a few JavaScript files, once per version of it, because
 * translating at each start takes longer than the start itself. Packages from npm stay where they are.
 *
 * @returns {Promise<string>} the file to start
 */
export const bundleServer = async () => {
  const version = hashFiles({
    folder: repository,
    isWanted: (file) => !file.startsWith('src/admin/') && !file.startsWith('src/generated/'),
    places: ['collections', 'src', 'payload.config.ts', 'package-lock.json'],
  })
  const folder = path.join(cache, version.slice(0, 16))
  const main = path.join(folder, 'main.js')
  if (!existsSync(main)) {
    const draft = `${folder}.${process.pid}`
    await bundle(draft)
    publish(draft, folder)
  }
  return main
}

/** @param {string} outdir */
async function bundle(outdir) {
  const { build } = await import('esbuild')
  mkdirSync(outdir, { recursive: true })
  await build({
    absWorkingDir: repository,
    bundle: true,
    entryPoints: ['src/server/main.ts'],
    format: 'esm',
    logLevel: 'warning',
    outdir,
    platform: 'node',
    plugins: [keepPlaces],
    sourcemap: 'linked',
    // Without splitting, what is imported late would be loaded early.
    splitting: true,
    target: 'node20',
  })
}

/**
 * Another process may have been first, and then its files are as good.
 *
 * @param {string} draft
 * @param {string} folder
 */
function publish(draft, folder) {
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { force: true, recursive: true })
    if (!existsSync(folder)) {
      throw error
    }
  }
  removeOld(path.basename(folder))
}

/**
 * Versions of more than a day ago go. Younger ones stay: a server may be running from one, and load a part late.
 *
 * @param {string} current
 */
function removeOld(current) {
  const aDayAgo = Date.now() - 24 * 60 * 60 * 1000
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name)
    const { mtimeMs = Infinity } = statSync(folder, { throwIfNoEntry: false }) ?? {}
    if (name !== current && mtimeMs < aDayAgo) {
      rmSync(folder, { force: true, recursive: true })
    }
  }
}

/**
 * Each module goes on knowing where it lies, and npm packages are not taken in; our own, whose entry
 * points are TypeScript, are.
 *
 * @type {import('esbuild').Plugin}
 */
const keepPlaces = {
  name: 'keep-places',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path: name }) =>
      kind === 'entry-point' || name.startsWith('@qiao/') || name.endsWith('.json')
        ? undefined
        : { external: true },
    )
    onLoad({ filter: /\.(tsx?|mjs)$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(file).href),
      ),
      loader: file.endsWith('x') ? 'tsx' : file.endsWith('.mjs') ? 'js' : 'ts',
    }))
  },
}
