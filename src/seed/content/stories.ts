import type { Entry } from '../seed-entry.ts'

export const stories: readonly Entry[] = []
