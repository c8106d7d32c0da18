import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository, with a trailing slash. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

export type SourceFile = {
  /** Relative to the root, with forward slashes. */
  path: string
  text: string
}

/** Every file that belongs to the repository: what `.gitignore` names is left out. */
export function readRepository(): SourceFile[] {
  return listFiles('', readIgnored()).map((path) => ({
    path,
    text: isText(path) ? readFileSync(join(root, path), 'utf8') : '',
  }))
}

/** The names in the top folder, ignored ones left out. */
export function readTopLevel(): string[] {
  const isIgnored = readIgnored()
  return readdirSync(root).filter((name) => !isIgnored(name))
}

type IsIgnored = (name: string) => boolean

// No git here: a tarball of the repository, or a machine without git, must pass as well.
function readIgnored(): IsIgnored {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n')
  const patterns = ['.git', ...lines.map((line) => line.trim().replace(/^\/|\/$/g, ''))]
    .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('/'))
    .map((line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '.*')}$`))
  return (name) => patterns.some((pattern) => pattern.test(name))
}

function listFiles(folder: string, isIgnored: IsIgnored): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !isIgnored(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? listFiles(path, isIgnored) : [path]
    })
}

function isText(path: string): boolean {
  return !/\.(png|jpe?g|webp|avif|gif|pdf|ico|woff2?|db)$/.test(path)
}
