import type { Schema } from './schema.ts'

/**
 * What the OpenAPI document tells of an endpoint. Endpoints of our own say it in `custom.openapi`, where it takes
 * precedence over the tables here; their query parameters stand in `custom.query`.
 */
export type EndpointDoc = {
  /** The JSON of success. Left out where the answer is no JSON. */
  answer?: Schema
  /** Of an answer that is no JSON. */
  answerType?: string
  /** The JSON that is sent. */
  body?: Schema
  description?: string
  /** An example of the answer. */
  example?: unknown
  /** Only for people who are signed in, or keys that read drafts. @default false */
  isForStaff?: boolean
  /** @default 200 */
  status?: number
  summary: string
}
