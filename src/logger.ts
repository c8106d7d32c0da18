import { type Logger, pino } from 'pino'

import type { Env } from './env.ts'

/** One line of JSON per event on standard output. Secrets are taken out wherever they may stand. */
export const createLogger = ({ logLevel }: Pick<Env, 'logLevel'>): Logger =>
  pino({
    base: null,
    formatters: { level: (level) => ({ level }) },
    level: logLevel,
    redact: { censor: '[redacted]', paths: secretPaths },
    timestamp: pino.stdTimeFunctions.isoTime,
  })

const secretNames = ['password', 'token', 'secret', 'apiKey', 'authorization', 'cookie']

const secretPaths = secretNames.flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
  `*.headers["${name}"]`,
])
