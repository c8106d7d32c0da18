import { mayQueryFreely } from './may-query-freely.ts'
import { mayReadDrafts } from './may-read-drafts.ts'
import { publishers } from './publishers.ts'

/** What the plugin `locale-publishing` asks about people. */
export const publishingRules = { mayPublish: publishers, mayQueryFreely, mayReadDrafts }
