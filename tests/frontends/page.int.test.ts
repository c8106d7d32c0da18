import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'

import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { seedDemo } from '../../src/seed/index.ts'
import { root } from '../support/conventions/repository.ts'
import { freePort } from '../support/free-port.ts'
import { startTestApp } from '../support/test-app.ts'
import { pageSnippets } from './page-snippets.ts'

const snippets = pageSnippets()
const folder = path.join(root, `node_modules/.cache/qiao/snippets-${process.pid}`)
const fileOf = (line: number): string => path.join(folder, `line-${line}.ts`)
const password = 'a password for the demo'

let app: Awaited<ReturnType<typeof startTestApp>>
let server: Server
let url: string

beforeAll(async () => {
  const port = await freePort()
  url = `http://localhost:${port}`
  process.env.PUBLIC_URL = url
  app = await startTestApp()
  await seedDemo({ password, payload: app.payload })
  server = await new Promise<Server>((resolve) => {
    const listening = app.app.listen(port, 'localhost', () => resolve(listening))
  })
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  for (const { code, line } of snippets) {
    const generated = path.relative(folder, path.join(root, 'src/generated'))
    writeFileSync(
      fileOf(line),
      code.replaceAll('http://localhost:3000', url).replaceAll("'./qiao/", `'${generated}/`),
    )
  }
}, 240_000)

afterAll(async () => {
  rmSync(folder, { force: true, recursive: true })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await app.stop()
})

describe('the page for frontend developers', () => {
  it('has programs, each with what it prints', () => {
    expect(snippets.length).toBeGreaterThan(8)
    expect(snippets.filter(({ output }) => !output).map(({ line }) => line)).toEqual([])
  })

  it('has programs that fit the generated types', () => {
    const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) =>
      ts.sys.readFile(file),
    ) as { config: { compilerOptions: object } }
    const { options } = ts.convertCompilerOptionsFromJson(
      { ...config.compilerOptions, incremental: false, tsBuildInfoFile: undefined },
      root,
    )
    const program = ts.createProgram(
      snippets.map(({ line }) => fileOf(line)),
      // A program without imports is a module as well, for it waits for answers.
      { ...options, moduleDetection: ts.ModuleDetectionKind.Force },
    )
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ file, messageText }) =>
          `${path.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      )
    expect(faults).toEqual([])
  })

  it.each(snippets)('prints what it says at line $line', async ({ line, output }) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=production', '--import=tsx', fileOf(line)],
      { cwd: root, env: { ...process.env, QIAO_DEMO_PASSWORD: password }, timeout: 60_000 },
    )
    expect(stdout.replaceAll(url, 'http://localhost:3000')).toBe(output)
  })
})
