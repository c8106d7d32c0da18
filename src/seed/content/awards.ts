import type { Entry } from '../seed-entry.ts'

export const awards: readonly Entry[] = []
