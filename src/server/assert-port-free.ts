import { createServer } from 'node:net'

import type { Env } from '../env.ts'
import { SettingsError } from '../env.ts'

/**
 * Takes the port and gives it back at once, before anything is changed.
 * @throws {SettingsError} when another program has it, or this one may not
 */
export const assertPortFree = ({ host, port }: Pick<Env, 'host' | 'port'>): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(toSettingsError(error, { host, port }))
    })
    probe.listen({ exclusive: true, host, port }, () => {
      probe.close(() => resolve())
    })
  })

/** The sentence that belongs to a server's failure to listen. */
export const toSettingsError = (
  error: NodeJS.ErrnoException,
  { host, port }: Pick<Env, 'host' | 'port'>,
): Error => {
  const sentence = sentences(host, port)[error.code ?? '']
  return sentence ? new SettingsError(sentence) : error
}

const sentences = (host: string, port: number): Record<string, string> => ({
  EACCES: `This user may not listen on port ${port}: set PORT to a number from 1024 up.`,
  EADDRINUSE: `Port ${port} is in use by another program: stop that one, or set PORT to a free port.`,
  EADDRNOTAVAIL: `HOST ${host} is not an address of this machine: use 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: `HOST ${host} is not an address of this machine: use 127.0.0.1 or 0.0.0.0.`,
})
