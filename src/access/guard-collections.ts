import type { Payload } from 'payload'

import { refuseUnfitComparisons } from '../comparisons/refuse-unfit-comparisons.ts'
import { guardSystemCollections } from './guard-system-collections.ts'

/** What holds for all collections, also those that plugins and Payload itself add: those are there after the start. */
export const guardCollections = (payload: Payload): void => {
  guardSystemCollections(payload)
  for (const { config } of Object.values(payload.collections)) {
    config.hooks.beforeOperation.push(refuseUnfitComparisons)
  }
}
