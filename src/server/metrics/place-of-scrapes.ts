import type { Env } from '../../env.ts'
import type { Place } from '../assert-port-free.ts'

/** Where the metrics have a port of their own, if they have one. */
export const placeOfScrapes = ({ host, port }: Env['metrics']): Place | undefined =>
  port === undefined
    ? undefined
    : { host, port, variables: { host: 'QIAO_METRICS_HOST', port: 'QIAO_METRICS_PORT' } }
