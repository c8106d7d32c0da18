import { type DestinationStream, type Logger, pino } from 'pino'

import type { Env } from './env.ts'

/**
 * One line of JSON per event on standard output. Secrets are taken out wherever they may stand. What a caller was refused
 * is told as information, without a trace: it is their mistake, and no error of the server.
 *
 * @param destination where the lines go. @default standard output
 */
export const createLogger = (
  { logLevel }: Pick<Env, 'logLevel'>,
  destination: DestinationStream = pino.destination(1),
): Logger =>
  pino(
    {
      base: null,
      formatters: { level: (level) => ({ level }) },
      hooks: {
        logMethod(args, method, level) {
          const [first] = args as unknown[]
          if (level < errorLevel || !isRefusal(first)) {
            method.apply(this, args)
            return
          }
          this.info({ status: first.err.status }, first.err.message)
        },
      },
      level: logLevel,
      redact: { censor: '[redacted]', paths: secretPaths },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  )

const errorLevel = 50

const isRefusal = (logged: unknown): logged is { err: { message: string; status: number } } => {
  const { err } = (logged ?? {}) as { err?: unknown }
  return (
    err instanceof Error && 'status' in err && typeof err.status === 'number' && err.status < 500
  )
}

const secretNames = ['password', 'token', 'secret', 'apiKey', 'authorization', 'cookie']

const secretPaths = secretNames.flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
  `*.headers["${name}"]`,
])
