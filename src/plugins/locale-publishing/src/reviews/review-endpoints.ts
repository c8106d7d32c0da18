import {
  type Access,
  addDataAndFileToRequest,
  type Endpoint,
  Forbidden,
  type PayloadRequest,
} from 'payload'

import { askedLocales } from '../asked-locales.ts'
import { badRequest } from '../schedules/asked-schedule.ts'
import { inWordsOf } from '../in-words-of.ts'
import { targetOf } from '../target-of.ts'
import { reviewOf } from './open-reviews.ts'
import { type OnSubmit, returnLocales, submitLocales } from './submit-locales.ts'

export type ReviewOptions = { mayPublish: Access; onSubmit: OnSubmit }

/**
 * `POST /api/<collection>/<id>/submit` with `{ "locales": ["zh"], "note": "…" }`, for whoever may write these languages:
 * asks somebody who may publish to read them. `POST /api/<collection>/<id>/return` with `{ "locales": ["zh"] }`: who may
 * publish returns them, who submitted them takes them back. Both answer `{ "reviews": […] }`: what waits then.
 */
export const reviewEndpoints = ({
  mayPublish,
  onSubmit,
  slug,
}: ReviewOptions & { slug: string }): Omit<Endpoint, 'root'>[] => [
  {
    handler: async (req) => {
      const target = await askedTarget(req, slug)
      const note = askedNote({ note: req.data?.note, req })
      const reviews = await submitLocales({ ...target, note, onSubmit })
      return Response.json({ reviews: reviews.map((each) => reviewOf(each, req)) }, { status: 201 })
    },
    method: 'post',
    path: '/:id/submit',
  },
  {
    handler: async (req) => {
      const target = await askedTarget(req, slug)
      const isPublisher = (await mayPublish({ id: target.id, req })) === true
      const reviews = await returnLocales({ ...target, mayPublish: isPublisher })
      return Response.json({ reviews: reviews.map((each) => reviewOf(each, req)) })
    },
    method: 'post',
    path: '/:id/return',
  },
]

const askedTarget = async (req: PayloadRequest, slug: string) => {
  const target = targetOf({ req, slug })
  if (!req.user) throw new Forbidden(req.t)
  await addDataAndFileToRequest(req)
  return { ...target, locales: askedLocales({ asked: req.data?.locales, req }), req }
}

const longestNote = 1000

/** @throws APIError 400 that names `note` */
export const askedNote = ({
  note,
  req,
}: {
  note: unknown
  req: PayloadRequest
}): string | undefined => {
  if (note === undefined || note === null) return undefined
  if (typeof note === 'string' && note.length <= longestNote) return note.trim() || undefined
  throw badRequest('note', inWordsOf(req, texts.note))
}

const texts = {
  note: {
    en: `“note” must be a text of ${longestNote} characters at most.`,
    zh: `“note” 必须是不超过 ${longestNote} 个字符的文字。`,
  },
}
