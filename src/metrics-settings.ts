import { z } from 'zod'

/** Where Prometheus finds its figures; nowhere, unless a port or a token is set. */
export type MetricsSettings = {
  /** The address of the port. */
  readonly host: string
  /** A port of their own, apart from the one that readers use. */
  readonly port?: number
  /** What a scraper has to show, on either port. With a token, `/metrics` stands on the main port, too. */
  readonly token?: string
}

/** The variables behind these settings. */
export const metricsVariables = {
  QIAO_METRICS_HOST: z.string().default('127.0.0.1'),
  QIAO_METRICS_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a number from 1 to 65535')
    .optional(),
  QIAO_METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{16,}$/,
      'must have at least 16 characters, of those that a bearer token may have (letters, digits, - . _ ~ + / =)',
    )
    .optional(),
}

/** The settings, of variables that were checked. */
export const metricsSettings = (checked: {
  QIAO_METRICS_HOST: string
  QIAO_METRICS_PORT?: number | undefined
  QIAO_METRICS_TOKEN?: string | undefined
}): MetricsSettings => ({
  host: checked.QIAO_METRICS_HOST,
  ...(checked.QIAO_METRICS_PORT === undefined ? {} : { port: checked.QIAO_METRICS_PORT }),
  ...(checked.QIAO_METRICS_TOKEN === undefined ? {} : { token: checked.QIAO_METRICS_TOKEN }),
})

/** What is wrong with the settings together, or nothing. */
export const metricsProblem = ({
  PORT,
  QIAO_METRICS_PORT,
}: {
  PORT: number
  QIAO_METRICS_PORT?: number | undefined
}): string | undefined =>
  QIAO_METRICS_PORT !== undefined && QIAO_METRICS_PORT === PORT
    ? 'QIAO_METRICS_PORT must differ from PORT: leave it out and set QIAO_METRICS_TOKEN to have /metrics on the main port.'
    : undefined
