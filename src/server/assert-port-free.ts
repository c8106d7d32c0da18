import { createServer } from 'node:net'

import { SettingsError } from '../env.ts'

/** Where to listen, and the settings that say so. */
export type Place = {
  host: string
  port: number
  /** @default PORT and HOST */
  variables?: { host: string; port: string }
}

/**
 * Takes the port and gives it back at once, before anything is changed.
 * @throws {SettingsError} when another program has it, or this one may not
 */
export const assertPortFree = (place: Place): Promise<void> =>
  new Promise((resolve, reject) => {
    // No rest of the settings is taken: to copy them would make the secret, in a folder that was not looked at yet.
    const { host, port } = place
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(toSettingsError(error, place)))
    probe.listen({ exclusive: true, host, port }, () => {
      probe.close(() => resolve())
    })
  })

/** The sentence that belongs to a server's failure to listen. */
export const toSettingsError = (error: NodeJS.ErrnoException, place: Place): Error => {
  const sentence = sentences(place)[error.code ?? '']
  return sentence ? new SettingsError(sentence) : error
}

const sentences = ({
  host,
  port,
  variables: names = { host: 'HOST', port: 'PORT' },
}: Place): Record<string, string> => ({
  EACCES: `This user may not listen on port ${port}: set ${names.port} to a number from 1024 up.`,
  EADDRINUSE: `Port ${port} is in use by another program: stop that one, or set ${names.port} to a free port.`,
  EADDRNOTAVAIL: `${names.host} ${host} is not an address of this machine: use 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: `${names.host} ${host} is not an address of this machine: use 127.0.0.1 or 0.0.0.0.`,
})
