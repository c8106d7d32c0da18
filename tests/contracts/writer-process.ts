import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type WriterProcess = {
  /** Waits until the process has opened the database. */
  ready: Promise<void>
  /** Waits until it has said something after `ready`: for a stream of writes, acknowledged one. */
  begun: Promise<void>
  /** Lets it begin. */
  go: () => void
  /** Ends it at once, as a power cut would. */
  kill: () => void
  /** Everything it said after `ready`, when it has ended. */
  said: Promise<unknown[]>
}

/** Starts `database-writer.ts` in a process of its own. */
export const startWriter = (...args: string[]): WriterProcess =>
  startScript(new URL('./database-writer.ts', import.meta.url), args)

/** Starts a script that says `ready`, waits for a line, and then says what it does, each in a line of JSON. */
export const startScript = ({ pathname: script }: URL, args: string[]): WriterProcess => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', script, ...args],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const said: unknown[] = []
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += String(chunk)))
  // A process that was killed no longer listens.
  child.stdin.on('error', () => undefined)
  let becomeReady: () => void = () => undefined
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const ended = new Promise<unknown[]>((resolve, reject) => {
    child.once('close', (code, signal) =>
      code === 0 || signal === 'SIGKILL'
        ? resolve(said)
        : reject(new Error(`The writer ended with ${code ?? signal}: ${errors.slice(-2000)}`)),
    )
  })
  const ready = Promise.race([
    new Promise<void>((resolve) => (becomeReady = resolve)),
    ended.then(() => undefined),
  ])
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!/^["{[]/.test(line) || line.startsWith('{"level"')) {
      return
    }
    const message: unknown = JSON.parse(line)
    if (message === 'ready') {
      becomeReady()
    } else {
      said.push(message)
      begin()
    }
  })
  return {
    begun,
    go: () => child.stdin.write('go\n'),
    kill: () => child.kill('SIGKILL'),
    ready,
    said: ended,
  }
}
