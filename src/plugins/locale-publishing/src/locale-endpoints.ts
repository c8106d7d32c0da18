import {
  type Access,
  addDataAndFileToRequest,
  type Endpoint,
  Forbidden,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'
import { mayReadVersions } from './about-documents.ts'

import type { Content } from './content/content-field.ts'
import { askedLocales } from './asked-locales.ts'
import { changeLocales, type LocaleAction, readLocales } from './locale-actions.ts'
import { readsDrafts } from './reads-drafts.ts'
import { type Gap, unpublishedTargets } from './readiness/find-gaps.ts'
import { findOpenReviews, reviewOf } from './reviews/open-reviews.ts'
import { scheduleOf } from './schedules/open-schedules.ts'
import { assertReadable, targetOf } from './target-of.ts'

/**
 * `POST /api/<collection>/<id>/publish`, `/unpublish` and `/revert` with `{ "locales": ["zh"] }` or
 * `{ "locales": "all" }`; publishing also answers `warnings` of links to what is not published in that language.
 * `GET /api/<collection>/<id>/locales`. Each answers
 * `{ "locales": { "en": "draft", "zh": "published" } }`: the state of every language; GET also tells which ones readers
 * see (`published`), what is scheduled or has failed (`schedules`), what waits for `reviews`, and whether the person may publish.
 */
export const localeEndpoints = ({
  collections,
  mayPublish,
  slug,
}: {
  /** Those whose documents have a status for each language. */
  collections: string[]
  mayPublish: Access
  slug: string
}): Omit<Endpoint, 'root'>[] => [
  {
    handler: async (req) => {
      if (!readsDrafts({ collection: slug, req })) throw new Forbidden(req.t)
      const { collection, id } = targetOf({ req, slug })
      await assertReadable({ id, req, slug })
      const { published, schedules, states } = await readLocales({ collection, id, req })
      return Response.json({
        locales: states,
        mayPublish: (await mayPublish({ id, req })) === true,
        published,
        ...((await mayReadVersions({ req, slug })) && {
          reviews: (await findOpenReviews({ id, payload: req.payload, req, slug })).map((each) =>
            reviewOf(each, req),
          ),
          schedules: schedules.map(scheduleOf),
        }),
      })
    },
    method: 'get',
    path: '/:id/locales',
  },
  ...(['publish', 'unpublish', 'revert'] as const).map(
    (action: LocaleAction): Omit<Endpoint, 'root'> => ({
      handler: async (req) => {
        const { collection, id } = targetOf({ req, slug })
        if (!req.user || (await mayPublish({ id, req })) !== true) throw new Forbidden(req.t)
        await addDataAndFileToRequest(req)
        const locales = askedLocales({ asked: req.data?.locales, req })
        const states = await changeLocales(action, { collection, id, locales, req })
        const warnings =
          action === 'publish'
            ? await warningsOf({ collection, collections, id, locales, req })
            : []
        return Response.json({ locales: states, ...(warnings.length > 0 ? { warnings } : {}) })
      },
      method: 'post',
      path: `/:id/${action}`,
    }),
  ),
]

/** Publishing goes through all the same: what is linked may be about to follow. */
const warningsOf = async ({
  collection,
  collections,
  id,
  locales,
  req,
}: {
  collection: SanitizedCollectionConfig
  collections: string[]
  id: string
  locales: string[]
  req: PayloadRequest
}): Promise<(Gap & { locale: string })[]> => {
  const found = await Promise.all(
    locales.map(async (locale) => {
      const doc: object = await req.payload.findByID({
        id,
        collection: collection.slug as 'topics',
        depth: 0,
        fallbackLocale: false,
        locale: locale as 'en',
        overrideAccess: true,
      })
      const gaps = await unpublishedTargets(
        { collection, doc: doc as Content, locale, req },
        collections,
      )
      return gaps.map((gap) => ({ ...gap, locale }))
    }),
  )
  return found.flat()
}
