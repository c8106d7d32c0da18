import type { Entry } from '../seed-entry.ts'

export const programs: readonly Entry[] = []
