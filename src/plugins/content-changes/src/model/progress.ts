import type { CollectionConfig, Payload, PayloadRequest } from 'payload'

import { closed } from './closed.ts'

export const progressSlug = 'public-documents-progress'

/** How far something is that goes on in the background: the order of changes, or the making of the register. */
export type Progress = {
  /** What the register was last made of, of one collection: the next batch begins behind it. */
  after?: null | string
  /** Names this register; cursors of another one mean nothing here. */
  epoch?: null | string
  /** The highest place of what is no longer told to be gone. */
  forgotten?: null | number
  id: number | string
  /** Whether the register of this collection has been complete. */
  isFilled?: boolean | null
  key: string
  /** The last place that was given. */
  place?: null | number
  /** What is being compared: documents with the register, then the register with documents. */
  stage?: 'documents' | 'done' | 'rows' | null
}

/** Where the background remembers how far it is, for any process to go on. Written by the plugin only. */
export const progress: CollectionConfig = {
  ...closed,
  slug: progressSlug,
  labels: {
    singular: { en: 'Progress of public documents', zh: '公开文档进度' },
    plural: { en: 'Progress of public documents', zh: '公开文档进度' },
  },
  fields: [
    { name: 'key', type: 'text', localized: false, required: true, unique: true },
    { name: 'place', type: 'number', localized: false },
    { name: 'forgotten', type: 'number', localized: false },
    { name: 'epoch', type: 'text', localized: false },
    { name: 'after', type: 'text', localized: false },
    { name: 'stage', type: 'text', localized: false },
    { name: 'isFilled', type: 'checkbox', localized: false },
  ],
}

type Req = Pick<PayloadRequest, 'transactionID'>

type Named = { key: string; payload: Payload; req?: Req }

export const readProgress = ({ key, payload, req = {} }: Named): Promise<null | Progress> =>
  payload.db.findOne<Progress>({ collection: progressSlug, req, where: { key: { equals: key } } })

/** Of two processes that do this at once, the database lets one through. */
export const writeProgress = async ({
  data,
  known,
  key,
  payload,
  req = {},
}: Named & {
  data: Partial<Omit<Progress, 'id' | 'key'>>
  known: null | Progress
}): Promise<void> => {
  if (known)
    await payload.db.updateOne({
      id: known.id,
      collection: progressSlug,
      data,
      req,
      returning: false,
    })
  else await payload.db.create({ collection: progressSlug, data: { ...data, key }, req })
}
