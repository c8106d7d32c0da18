import type { SanitizedCollectionConfig } from 'payload'

import { roleMatrix } from '../access/role-matrix.ts'

/** Whether a collection is part of the API: not those that the system keeps for itself or for the admin UI. */
export const isPublicPart = ({
  endpoints,
  slug,
}: Pick<SanitizedCollectionConfig, 'endpoints' | 'slug'>): boolean => {
  const rules = slug in roleMatrix ? roleMatrix[slug as keyof typeof roleMatrix] : undefined
  return endpoints !== false && Object.keys(rules?.read ?? {}).length > 0
}
