import type { Graph } from 'schema-dts'
import ts from 'typescript'

import { root } from './conventions/repository.ts'

/** What every graph begins with. */
export const schemaOrg: Graph['@context'] = 'https://schema.org'

/**
 * Asks the TypeScript compiler whether these are what schema.org's own vocabulary says, as `schema-dts` writes it down:
 * an unknown type, a property that a type does not have, or a value of the wrong type is a fault. Answers one line for
 * each, with the name of the graph.
 */
export const schemaOrgFaults = (graphs: Record<string, unknown>): string[] => {
  const names = Object.keys(graphs)
  const text = [
    "import type { Graph } from 'schema-dts'",
    // One line for each, so that a fault is found again by its line.
    ...names.map((name, at) => `export const g${at}: Graph = ${JSON.stringify(graphs[name])}`),
  ].join('\n')
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ESNext,
    types: [],
  }
  const fileName = `${root}tests/graphs.ts`
  const disk = ts.createCompilerHost(options)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => path === fileName || disk.fileExists(path),
    getSourceFile: (path, ...rest) =>
      path === fileName
        ? ts.createSourceFile(path, text, ts.ScriptTarget.ESNext)
        : disk.getSourceFile(path, ...rest),
    readFile: (path) => (path === fileName ? text : disk.readFile(path)),
  }
  const program = ts.createProgram([fileName], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText, start = 0 }) => {
    const line = file?.fileName === fileName ? file.getLineAndCharacterOfPosition(start).line : 0
    const said = ts.flattenDiagnosticMessageText(messageText, ' ')
    return `${names[line - 1] ?? 'compiler'}: ${said.slice(0, 400)} at ${text.slice(start, start + 60)}`
  })
}
