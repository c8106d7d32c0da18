import type { DatabaseMigration } from '../../run-migrations.ts'

import * as migration_20261122_230240_initial from './20261122_230240_initial.ts'

/** Written by `npm run migrate:create`; the oldest first. */
export const migrations: DatabaseMigration[] = [
  { down: migration_20261122_230240_initial.down, name: '20261122_230240_initial', up: migration_20261122_230240_initial.up },
]
