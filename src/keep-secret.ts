import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The secret kept in the data directory (file mode 0600), made at first use.
 * Two processes that start together get the same one.
 */
export const keepSecret = (dataDir: string): string => {
  const file = path.join(dataDir, 'secret')
  return readSecret(file) ?? createSecret(file)
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if (isErrorCode(error, 'ENOENT')) {
      return undefined
    }
    throw error
  }
}

function createSecret(file: string): string {
  const secret = randomBytes(32).toString('hex')
  const draft = `${file}.${String(process.pid)}.${randomBytes(4).toString('hex')}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(draft, `${secret}\n`, { mode: 0o600 })
  try {
    // A link appears whole or not at all, and fails when another process was first.
    linkSync(draft, file)
    return secret
  } catch (error) {
    const kept = isErrorCode(error, 'EEXIST') ? readSecret(file) : undefined
    if (kept) {
      return kept
    }
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function isErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
