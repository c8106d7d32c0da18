import type { SourceFile } from './repository.ts'

/** A rule about files: answers with one line for each breach, none when all is well. */
export type FileRule = (files: SourceFile[]) => string[]

const isCode = (path: string) => /\.(ts|tsx|js|mjs)$/.test(path)

const isWrittenByTools = (path: string) =>
  /^src\/generated\/|^src\/database\/migrations\/|(^|\/)importMap\.js$|next-env\.d\.ts$/.test(path)

/** Folders named for nothing in particular collect everything. */
export const noVagueFolders: FileRule = (files) =>
  paths(files).filter((path) =>
    path
      .split('/')
      .slice(0, -1)
      .some((folder) => /^(utils?|helpers?|lib|common|misc|shared)$/.test(folder)),
  )

/** Kebab-case names; Next's route folders and generated files keep the names their tools gave. */
export const kebabCaseNames: FileRule = (files) =>
  paths(files)
    .filter((path) => /^(collections|src|tests)\//.test(path) && !isWrittenByTools(path))
    .filter((path) =>
      path
        .split('/')
        .filter((part) => !/^[[(].*[\])]$/.test(part))
        .some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part)),
    )

/** 300 lines are enough for one thing; the demo's texts are as long as they are. */
export const shortFiles: FileRule = (files) =>
  files
    .filter(({ path }) => isCode(path) && !isWrittenByTools(path))
    .filter(({ path }) => !path.startsWith('src/seed/content/'))
    .filter(({ text }) => lines(text) > 300)
    .map(({ path, text }) => `${path}: ${lines(text)} lines`)

/** A collection's index is a table of contents, a plugin's index a pipe of named steps. */
export const shortIndexes: FileRule = (files) =>
  files.flatMap(({ path, text }) => {
    const limit = /^collections\/[^/]+\/index\.ts$/.test(path)
      ? 120
      : /^src\/plugins\/[^/]+\/(src\/)?index\.ts$/.test(path)
        ? 60
        : path === 'payload.config.ts'
          ? 80
          : Infinity
    return lines(text) > limit ? [`${path}: ${lines(text)} lines, ${limit} allowed`] : []
  })

/** Nothing of the machine a file was written on: home folders, package mirrors, private hosts. */
export const noTraceOfTheMachine: FileRule = (files) =>
  files.flatMap(({ path, text }) =>
    [
      /(?<![\w.])\/(home|Users|work|root|mnt)\/[\w.-]+/,
      /https?:\/\/[\w.-]*(registry|artifactory|nexus|pypi|verdaccio|mirrors?)\b[\w.-]*/,
      ...(/^(package|\.npmrc|\.ci\/|\.config\/)/.test(path)
        ? [/\b(10|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+\.\d+(\.\d+)?:\d+/]
        : []),
    ].flatMap((pattern) => {
      const found = pattern.exec(text)
      return found === null ? [] : [`${path}: ${found[0]}`]
    }),
  )

/** The lock file names versions and hashes, never the host they came from. */
export const lockWithoutHosts: FileRule = (files) =>
  files
    .filter(({ path }) => path === 'package-lock.json')
    .flatMap(({ text }) => text.match(/"resolved": "[a-z+]*:\/\/[^"]*"/g) ?? [])

/** A test that does not run is no test. */
export const noSilencedTests: FileRule = (files) =>
  files
    .filter(({ path }) => path.startsWith('tests/') && isCode(path))
    .flatMap(({ path, text }) =>
      (text.match(/\b(it|test|describe)(\.\w+)*\.(skip|skipIf|only|todo|fails)\b/g) ?? []).map(
        (found) => `${path}: ${found}`,
      ),
    )

/** A cast through unknown says on the same or the line above why it is right. */
export const explainedCasts: FileRule = (files) =>
  files
    .filter(({ path }) => /^(collections|src|payload\.config)/.test(path) && isCode(path))
    .filter(({ path }) => !isWrittenByTools(path))
    .flatMap(({ path, text }) => {
      const all = text.split('\n')
      return all.flatMap((line, index) =>
        line.includes('as unknown as') &&
        !/\/\/|\*/.test(line) &&
        !/^\s*(\/\/|\/?\*)/.test(all[index - 1] ?? '')
          ? [`${path}:${index + 1}`]
          : [],
      )
    })

const paths = (files: SourceFile[]) => files.map(({ path }) => path)

const lines = (text: string) => text.replace(/\n$/, '').split('\n').length
