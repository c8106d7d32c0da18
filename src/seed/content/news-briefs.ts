import type { Entry } from '../seed-entry.ts'

export const newsBriefs: readonly Entry[] = []
