import type { PayloadRequest } from 'payload'

import type { AuditTrailOptions } from '../options.ts'
import { type EventData, recordEvent } from './record-event.ts'

export const place = 'audit-trail'

const toldApartKey = 'audit-trail:told-apart'

/** The context of a request whose changes the trail is told of by whoever makes them, not one by one. */
export const toldApart = { [toldApartKey]: true }

export const isToldApart = ({ context }: PayloadRequest): boolean => context[toldApartKey] === true

/** Tells the trail of something that is no change of a document, in the transaction of the request. */
export const tellTrail = async ({
  event,
  req,
}: {
  event: EventData
  req: PayloadRequest
}): Promise<void> => {
  // Written by this plugin alone, when it is enabled; `custom` of a config never leaves the server.
  const options = req.payload.config.custom[place] as AuditTrailOptions | undefined
  if (options) await recordEvent({ data: event, options, req })
}
