import type { Entry } from '../seed-entry.ts'

export const partnerProfiles: readonly Entry[] = []
