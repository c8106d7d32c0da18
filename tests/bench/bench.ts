import type { Databases } from './databases.ts'
import type { Line } from './line.ts'
import type { Load } from './load.ts'

/** What a measurement works with. */
export type Bench = { databases: Databases; load: Load }

export type Measurement = (bench: Bench) => Promise<Line[]>
