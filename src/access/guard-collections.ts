import type { Payload } from 'payload'

import { refuseUnfitComparisons } from '../comparisons/refuse-unfit-comparisons.ts'
import { capPublicGlobalReads, capPublicReads } from '../caps/cap-public-reads.ts'
import { refuseUnfitData, refuseUnfitGlobalData } from '../caps/refuse-unfit-data.ts'
import { guardSystemCollections } from './guard-system-collections.ts'

/** What holds for all collections, also those that plugins and Payload itself add: those are there after the start. */
export const guardCollections = (payload: Payload): void => {
  guardSystemCollections(payload)
  for (const { config } of Object.values(payload.collections)) {
    // Before what takes longer, the larger the question is.
    config.hooks.beforeOperation.unshift(capPublicReads, refuseUnfitData)
    config.hooks.beforeOperation.push(refuseUnfitComparisons)
  }
  for (const { hooks } of payload.globals.config)
    hooks.beforeOperation.unshift(capPublicGlobalReads, refuseUnfitGlobalData)
}
