import config from '../../payload.config.ts'
import { serveEndpoints } from './serve-endpoints.ts'

/** What Payload costs without our door. */
await serveEndpoints(await config)
