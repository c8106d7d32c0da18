import type { RequestHandler } from 'express'
import { handleEndpoints, type Payload } from 'payload'

import { withConflictRetry } from '../database/with-conflict-retry.ts'
import type { Env } from '../env.ts'
import { isQueryInBody } from './middleware/check-body.ts'
import { assertParameterNames } from './middleware/check-parameter-names.ts'
import { assertQuery, parseQuery, type QueryRules } from './middleware/check-query.ts'
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
  rules: QueryRules & { defaultLocale: string }
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
    let data: Record<string, unknown> | undefined
    if (isQueryInBody(req) && plan.body) {
      ;({ data, plan } = queryFromBody(plan))
      assertQuery({ ...data }, rules)
      const { pathname, search } = plan.url
      const path = pathname.slice(payload.config.routes.api.length)
      const inJson = Object.keys(data ?? {}).map((name) => encodeURIComponent(name))
      const names = [search.slice(1), ...inJson].filter(Boolean).join('&')
      assertParameterNames({ method: 'GET', path, payload, search: names })
      assertQuery(parseQuery(search), rules)
    } else if (plan.body && req.is('application/json') && !plan.url.searchParams.get('locale')) {
      const { locale } = JSON.parse(plan.body.toString('utf8')) as { locale?: unknown }
      if (typeof locale === 'string') {
        assertQuery({ locale }, rules)
        plan.url.searchParams.set('locale', locale)
      }
    }
    if (!plan.url.searchParams.get('locale')) {
      // Without one, Payload 3.90 fails on a filter by a localized field when fallback is off (payload#18180).
      plan.url.searchParams.set('locale', rules.defaultLocale)
    }
    const isWrite = plan.method !== 'GET' && plan.method !== 'OPTIONS'
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
  const isJson = headers.get('content-type')?.startsWith('application/json') ?? false
  for (const name of ['content-length', 'content-type', ...overrideHeaders]) {
    headers.delete(name)
  }
  const next = { body: undefined, headers, method: 'GET', url }
  if (!isJson) {
    url.search = [url.search.slice(1), text].filter(Boolean).join('&')
    return { plan: next }
  }
  const data = JSON.parse(text) as Record<string, unknown>
  for (const name of ['locale', 'fallbackLocale']) {
    const value = data[name]
    if (typeof value === 'string') {
      url.searchParams.set(name, value)
    }
  }
  return { data, plan: next }
}

const overrideHeaders = ['x-payload-http-method-override', 'x-http-method-override']
