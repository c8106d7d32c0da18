'use client'

import { useConfig, useListQuery } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Schedule } from '../schedules/open-schedules.ts'
import { scheduledPublicationsSlug } from '../schedules/scheduled-publications-slug.ts'

type Listed = Schedule & { document: string }

/** One question for all rows of a list, asked by the first of them. */
const asked = new WeakMap<object, Promise<Listed[]>>()

/** The open schedules of one document in a list. */
export const useListedSchedules = (id: unknown): Schedule[] => {
  const { collectionSlug, data } = useListQuery()
  const { config } = useConfig()
  const [schedules, setSchedules] = useState<Schedule[]>([])

  useEffect(() => {
    if (!data?.docs.length) return
    let isCurrent = true
    const answer = asked.get(data) ?? ask(`${config.routes.api}/${scheduledPublicationsSlug}`)
    asked.set(data, answer)
    void answer.then((all) => {
      if (isCurrent) setSchedules(all.filter(({ document }) => document === id))
    })
    return () => {
      isCurrent = false
    }

    async function ask(url: string): Promise<Listed[]> {
      const query = new URLSearchParams({
        depth: '0',
        limit: '0',
        sort: 'at',
        'where[document][in]': data?.docs.map((doc) => String(doc.id)).join(',') ?? '',
        'where[documentCollection][equals]': collectionSlug,
        'where[isOpen][equals]': 'true',
      })
      try {
        const response = await fetch(`${url}?${query.toString()}`, { credentials: 'include' })
        const { docs = [] } = (await response.json()) as { docs?: Listed[] }
        return docs
      } catch {
        // The states are in the rows; only the times are missing.
        return []
      }
    }
  }, [collectionSlug, config.routes.api, data, id])

  return schedules
}
