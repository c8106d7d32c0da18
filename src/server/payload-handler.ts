import type { RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { stringify } from 'qs-esm'

import { withConflictRetry } from '../database/with-conflict-retry.ts'
import type { Env } from '../env.ts'
import { type LanguageRules, settleLanguages } from './asked-languages.ts'
import { HttpError } from './http-error.ts'
import { isQueryInBody } from './middleware/check-body.ts'
import { assertParameterNames } from './middleware/check-parameter-names.ts'
import { assertQuery, parseQuery } from './middleware/check-query.ts'
import { sendResponse } from './send-response.ts'
import { planRequest, type RequestPlan, toFetchRequest } from './to-fetch-request.ts'

/**
 * Payload's REST API. A write that met another one is run again from its buffered body, so the caller sees
 * neither a conflict nor a lost write.
 */
export const payloadHandler = ({
  env,
  payload,
  rules,
}: {
  env: Env
  payload: Payload
  rules: LanguageRules
}): RequestHandler => {
  const answer = (plan: RequestPlan, data?: unknown): Promise<Response> => {
    const request = toFetchRequest(plan)
    return handleEndpoints({
      config: payload.config,
      request: data ? Object.assign(request, { data }) : request,
    })
  }
  return async (req, res) => {
    let plan = planRequest(req, env)
    const asked = plan.url.search
    let data: Record<string, unknown> | undefined
    if (isQueryInBody(req)) {
      ;({ data, plan } = queryFromBody(plan))
      assertQuery({ ...data }, rules)
      const { pathname, search } = plan.url
      const path = pathname.slice(payload.config.routes.api.length)
      const inJson = Object.keys(data ?? {}).map((name) => encodeURIComponent(name))
      const names = [search.slice(1), ...inJson].filter(Boolean).join('&')
      assertParameterNames({ method: 'GET', path, payload, search: names })
    } else if (plan.body && req.is('application/json') && !plan.url.searchParams.get('locale')) {
      const { locale } = JSON.parse(plan.body.toString('utf8')) as { locale?: unknown }
      if (typeof locale === 'string') plan.url.searchParams.set('locale', locale)
    }
    const query = parseQuery(plan.url.search)
    // `checkQuery` has seen the address, but not what the body adds to it.
    if (plan.url.search !== asked) assertQuery(query, rules)
    const isWrite = plan.method !== 'GET' && plan.method !== 'OPTIONS'
    if (isWrite && query.locale === 'auto') {
      throw new HttpError(400, 'Name the language you write in; “auto” is for reading.', {
        field: 'locale',
      })
    }
    const acceptLanguage = req.get('Accept-Language')
    const { isNegotiated } = settleLanguages({ acceptLanguage, query, rules, url: plan.url })
    if (isNegotiated) res.vary('Accept-Language')
    const response = isWrite
      ? await withConflictRetry(() => answer(plan))
      : await answer(plan, data)
    await sendResponse({ isHead: req.method === 'HEAD', res, response })
  }
}

/**
 * Turns a POST that says it is a GET into that GET. Payload does this too, but takes the fallback language of a JSON
 * body from its `depth`.
 */
function queryFromBody(plan: RequestPlan): { data?: Record<string, unknown>; plan: RequestPlan } {
  const text = plan.body?.toString('utf8') ?? ''
  const url = new URL(plan.url)
  const headers = new Headers(plan.headers)
  const isJson =
    Boolean(text) && Boolean(headers.get('content-type')?.startsWith('application/json'))
  for (const name of ['content-length', 'content-type', ...overrideHeaders]) {
    headers.delete(name)
  }
  const next = { body: undefined, headers, method: 'GET', url }
  if (!isJson) {
    url.search = [url.search.slice(1), text].filter(Boolean).join('&')
    return { plan: next }
  }
  const data = JSON.parse(text) as Record<string, unknown>
  // Payload reads the rest of the body itself.
  const { fallback, 'fallback-locale': dashed, fallbackLocale, locale, ...rest } = data
  const languages = { fallback, 'fallback-locale': dashed, fallbackLocale, locale }
  for (const [name, value] of Object.entries(languages)) {
    if (value === undefined || value === null) continue
    const kept = [...url.searchParams].filter(([key]) => key.replace(/\[.*$/s, '') !== name)
    url.search = [new URLSearchParams(kept).toString(), stringify({ [name]: value })].join('&')
  }
  return { data: rest, plan: next }
}

const overrideHeaders = ['x-payload-http-method-override', 'x-http-method-override']
